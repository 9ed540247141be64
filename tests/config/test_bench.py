"""`jingwei bench`: figures for people and for programs."""

import pytest
from django.core.management import CommandError

from benchmarks import MODULES, Row, percentile
from jingwei.config.management.commands.bench import benchmark, table
from tests.architecture.sources import ROOT


def test_a_row_tells_how_many_times_the_limit_it_took():
    row = Row("search name part", "ms", 3.0, 2.0, 300, "p95 ≤ 5 ms")
    wanted = {"work": "search name part", "unit": "ms", "ours": 3.0, "limit": 2.0, "ratio": 1.5, "n": 300}
    assert row.told() == {**wanted, "aim": "p95 ≤ 5 ms"}


def test_the_table_has_a_line_for_each_row():
    result = {"name": "search", "scale": "20k", "database": "PostgreSQL", "rows": [Row("a", "ms", 3, 2, 1).told()]}
    head, empty, heads, line = table(result).splitlines()
    assert (head, empty) == ("search · 20k · PostgreSQL", "")
    assert (heads.split(), line.split()) == ("work n unit ours limit ratio aim".split(), "a 1 ms 3 2 1.5".split())


@pytest.mark.parametrize(("share", "found"), [(0.95, 95.0), (0.5, 50.0), (1.0, 99.0)])
def test_a_percentile_is_one_of_the_measurements(share, found):
    assert percentile([number / 1000 for number in range(100)], share) == found


def test_an_unknown_benchmark_is_refused():
    with pytest.raises(CommandError, match="no benchmark 'nothing'"):
        benchmark("nothing")


def test_every_benchmark_has_its_module_and_its_place_in_the_readme():
    page = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")
    assert [name for name, module in MODULES.items() if not (ROOT / "benchmarks" / f"{module}.py").exists()] == []
    assert [name for name in MODULES if f"## {name}" not in page] == []
