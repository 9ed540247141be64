"""Whatever stands in a cell, a kind gives a value that comes back unchanged, or refuses politely."""

import string
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.foundation.spreadsheets.cells import BadCell, as_typed
from jingwei.foundation.spreadsheets.cells.packed import packed, unpacked
from jingwei.foundation.spreadsheets.process.comma import escaped, unescaped
from tests.foundation.spreadsheets.kinds import KINDS, ON

WRITTEN = "0123456789年月日号.-/、,:一二三十〇男女汉族本科是否无XxEe+＋１２ 　\n\t'‘#*（）()=@￥人元"
CELLS = st.one_of(
    st.text(max_size=30),
    st.text(WRITTEN, max_size=24),
    st.text(string.digits + "X", min_size=18, max_size=18),
    st.floats(),
    st.integers(-(10**20), 10**20),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.none(),
)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(CELLS)
def test_any_cell_is_taken_or_refused_with_words(kind, cell):
    try:
        value = kind.read(cell, on=ON)
    except BadCell as refusal:
        assert refusal.reason.endswith("。") and refusal.suggestion.endswith("。")
    else:
        assert kind.read(kind.show(value), on=ON) == value


@given(st.dates(date(1900, 1, 1), ON))
def test_every_day_comes_back(day):
    kind = KINDS["day"]
    shapes = (str(day), f"{day.year}年{day.month}月{day.day}日", f"{day.year}.{day.month}.{day.day}", f"{day:%Y%m%d}")
    assert {kind.read(shape, on=ON) for shape in shapes} == {day}
    assert kind.read(float(f"{day:%Y%m%d}"), on=ON) == day


@given(st.lists(st.one_of(st.text(), st.none(), st.booleans(), st.integers(), st.dates(), st.datetimes(), st.times())))
def test_cells_that_are_packed_come_out_again(cells):
    assert unpacked(packed(cells)) == tuple(cells)
    assert [type(one) for one in unpacked(packed(cells))] == [type(one) for one in cells]


@given(st.one_of(st.text(), st.text("'=+-@＝ \t\r\n甲", max_size=6)))
def test_an_escaped_text_is_no_formula_and_comes_back(text):
    assert unescaped(escaped(text)) == text
    assert escaped(text)[:1] not in ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


@given(CELLS)
def test_any_cell_can_be_shown_as_it_was_typed(cell):
    assert len(as_typed(cell)) <= 60


def test_a_cell_is_shown_as_excel_shows_it():
    cells = (1.0, 990000199001011230.0, True, date(1985, 7, 3), datetime(1985, 7, 3, 8, 30), time(8, 30), None)  # noqa: DTZ001
    shown = ("1", "9.90000E+17", "TRUE", "1985-07-03", "1985-07-03 08:30", "08:30:00", "")
    assert tuple(map(as_typed, cells)) == shown
