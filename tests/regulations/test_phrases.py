from decimal import Decimal
from fractions import Fraction

import pytest

from jingwei.regulations.choices import COLUMNS
from jingwei.regulations.library import parameter, parameters
from jingwei.regulations.phrases import cells, heads, in_words, is_table, phrase


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1000, "1000"),
        (Decimal("0.50"), "0.5"),
        (Decimal("1E+2"), "100"),
        (Fraction(4, 5), "4/5"),
        (("好", "较好"), "好、较好"),
        ("due", "应到会人数"),
        (None, "—"),
    ],
)
def test_a_value_is_written_exactly(value, words):
    assert in_words(value) == words


@pytest.mark.parametrize(
    ("comparison", "value", "unit", "words"),
    [
        ("不少于", 3, "名正式党员", "不少于 3 名正式党员"),
        ("超过", Fraction(1, 2), "应到会人数的比例", "超过 1/2（应到会人数的比例）"),
        ("等于", Decimal("1.3"), "字号的倍数", "等于 1.3（字号的倍数）"),
        ("", ("好", "差"), "等次", "好、差"),
        ("", "SM3", "算法", "SM3（算法）"),
    ],
)
def test_a_value_is_said_with_its_comparison_and_unit(comparison, value, unit, words):
    assert phrase(comparison, value, unit) == words


def test_a_table_has_chinese_heads_and_shares_in_percent():
    rates = parameter("dues.rates").current.value
    assert heads(rates) == ["不超过", "比例"]
    assert cells(rates) == [["3000", "0.5%"], ["5000", "1%"], ["10000", "1.5%"], ["—", "2%"]]
    assert parameter("dues.rates").said == "分 4 档，见表"


def test_every_column_of_every_table_has_a_head():
    tables = [v.value for number in parameters().values() for v in number.history if is_table(v.value)]
    assert {column for table in tables for row in table for column in row} == set(COLUMNS)
