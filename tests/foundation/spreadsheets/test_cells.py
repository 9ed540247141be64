"""What cells are taken for, and with which words they are refused."""

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
import yaml

from jingwei.foundation.spreadsheets.cells import BadCell, CodeTable, Day, IdNumber, Noted, Text
from jingwei.foundation.spreadsheets.cells.codes import Code
from tests.foundation.spreadsheets.kinds import KINDS, ON

TYPES = {"text": str, "number": float, "time": time.fromisoformat}


def cases(file: str) -> list[Any]:
    rows = yaml.safe_load(Path(__file__).with_name(file).read_text(encoding="utf-8"))
    return [pytest.param(row, id=f"{row['kind']}-{row['type']}-{row['cell']}"[:60]) for row in rows]


def cell_of(row: dict[str, Any]) -> Any:
    return TYPES.get(row["type"], lambda cell: cell)(row["cell"])


@pytest.mark.parametrize("row", cases("bad_cells.yaml"))
def test_a_bad_cell_is_refused_in_these_words(row):
    with pytest.raises(BadCell) as refusal:
        KINDS[row["kind"]].read(cell_of(row), on=ON)
    assert (refusal.value.reason, refusal.value.suggestion) == (row["message"], row["suggestion"])


@pytest.mark.parametrize("row", cases("good_cells.yaml"))
def test_a_good_cell_is_taken_for_this(row):
    kind = KINDS[row["kind"]]
    value = kind.reader(ON)(cell_of(row))
    note = value.note if isinstance(value, Noted) else ""
    value = value.value if isinstance(value, Noted) else value
    assert (kind.show(value), note) == (row["shown"], row.get("note", ""))


@pytest.mark.parametrize("row", cases("good_cells.yaml"))
def test_what_is_shown_comes_back_unchanged(row):
    kind = KINDS[row["kind"]]
    value = kind.read(cell_of(row), on=ON)
    assert kind.read(kind.show(value), on=ON) == value


def test_there_are_at_least_120_bad_cells_and_none_twice():
    seen = [(row.values[0]["kind"], repr(cell_of(row.values[0]))) for row in cases("bad_cells.yaml")]
    assert len(seen) >= 120
    assert len(seen) == len(set(seen))


def test_every_refusal_says_how_to_mend_it():
    for case in cases("bad_cells.yaml"):
        row = case.values[0]
        assert row["message"].endswith("。")
        assert row["suggestion"].endswith(("。", "？请从下拉列表里选择。"))


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("cell", [None, "", "  ", "\u3000", "\n", "\u200b"])
def test_a_blank_cell_is_nothing(kind, cell):
    assert kind.read(cell, on=ON) is None
    assert kind.show(None) == ""
    assert kind.reader(ON)(cell) is None if cell is not None else True


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_says_how_to_fill_it_in(kind):
    assert kind.explained().endswith("。")


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_everything_that_is_offered_can_be_read(kind):
    assert [kind.show(kind.read(text, on=ON)) for text in kind.offered()] == list(kind.offered())


def test_a_day_is_refused_before_its_time_and_taken_on_it():
    on = date(2026, 3, 31)
    assert Day().read("2026-03-31", on=on) == on
    with pytest.raises(BadCell, match="2026-04-01 还没有到"):
        Day().read("2026-04-01", on=on)
    assert Day().read("2026-04-01", on=date(2026, 4, 1)) == date(2026, 4, 1)


def test_the_born_of_an_id_may_be_today_but_not_tomorrow():
    number = "990000202603310007"
    with pytest.raises(BadCell, match="校验不通过"):
        IdNumber().read(number, on=date(2026, 3, 31))
    with pytest.raises(BadCell, match="以后的日期"):
        IdNumber().read(number, on=date(2026, 3, 30))


def test_an_id_with_any_one_digit_changed_is_refused():
    number = "990000198507031232"
    assert IdNumber().read(number, on=ON) == number
    for place in range(18):
        for digit in "0123456789X":
            changed = number[:place] + digit + number[place + 1 :]
            if changed != number:
                with pytest.raises(BadCell):
                    IdNumber().read(changed, on=ON)


def test_a_short_name_that_could_be_two_codes_is_nobodys():
    kind = Code(CodeTable("类别", {"1": "党员（正式）", "2": "党员（预备）"}))
    assert kind.read("党员（预备）", on=ON) == "2"
    with pytest.raises(BadCell, match="“党员”不在“类别”的列表里"):
        kind.read("党员", on=ON)


def test_the_registers_own_short_names_come_first():
    kind = Code(CodeTable("学历", {"20": "大学本科教育", "21": "大学本科毕业"}, {"本科": "20"}))
    assert kind.read("本科", on=ON) == "20"


def test_two_kinds_with_the_same_settings_are_equal():
    assert (Text(max=5), Day(months=True)) == (Text(max=5), Day(months=True))
    assert Text(max=5) != Text(max=6)
