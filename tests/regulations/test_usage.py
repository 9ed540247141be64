"""Who uses what is read from the program's own source."""

import ast
from pathlib import Path

from jingwei.regulations.library import clauses, parameters
from jingwei.regulations.usage import _imports, _keys, module_name, pages_that_use, part_of, reached_by, uses


def test_every_key_named_in_the_program_exists():
    assert sorted(uses().keys() - parameters().keys() - clauses().keys()) == []


def test_a_call_with_the_key_written_out_is_a_use():
    tree = ast.parse('A = parameter("dues.rates")\nB = clause("x.y").text\nparameter(key)\nlocal_value("a.b", p, on=d)')
    assert sorted(_keys(Path("rules.py"), tree)) == [("a.b", 4), ("dues.rates", 1), ("x.y", 2)]


def test_a_yaml_file_that_a_module_reads_is_read_with_it(tmp_path):
    (tmp_path / "words.yaml").write_text("- clause: formalism.check_in\n  words: [打卡]\n", encoding="utf-8")
    tree = ast.parse('read("words.yaml")\nread("absent.yaml")')
    assert list(_keys(tmp_path / "asking.py", tree)) == [("formalism.check_in", 1)]


def test_relative_imports_are_followed():
    tree = ast.parse("from ..rules.asking import x\nfrom . import forms\nimport datetime")
    found = list(_imports("jingwei.kernels.plans.views.tasks", Path("tasks.py"), tree))
    assert found == [
        "jingwei.kernels.plans.rules.asking",
        "jingwei.kernels.plans.rules.asking.x",
        "jingwei.kernels.plans.views",
        "jingwei.kernels.plans.views.forms",
        "datetime",
    ]


def test_a_module_reaches_what_it_imports_at_any_depth():
    reached = reached_by("jingwei.regulations.views")
    assert {"jingwei.regulations.views", "jingwei.regulations.sheets", "jingwei.foundation.clock"} <= reached
    assert "jingwei.organizations.models" not in reached


def test_a_package_is_named_without_its_init():
    import jingwei.regulations.usage as usage

    assert module_name(usage.PROGRAM / "regulations" / "__init__.py") == "jingwei.regulations"
    assert part_of("jingwei.regulations.views") == "法规"


def test_an_unused_number_has_no_pages():
    assert pages_that_use("documents.inner_rule_mm") == []


def test_a_number_of_the_tasks_leads_to_the_pages_of_tasks():
    pages = pages_that_use("plans.yellow_days")
    assert "/plans/" in {page.address[:7] for page in pages}
    assert not [page for page in pages if page.address.startswith("/regulations/")]
