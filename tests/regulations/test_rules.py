from decimal import Decimal
from fractions import Fraction

import pytest

from jingwei.regulations.library import parameter
from jingwei.regulations.rules import beyond_bounds, can_be_set, number_of


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        (" 7.0 ", 7),
        ("0.5", Decimal("0.5")),
        ("2/3", Fraction(2, 3)),
        ("60%", Fraction(3, 5)),
        ("６０％", Fraction(3, 5)),
        ("2／3", Fraction(2, 3)),
    ],
)
def test_a_number_is_read_exactly(text, number):
    assert number_of(text) == number


@pytest.mark.parametrize("text", ["", "七", "1/0", "NaN", "Infinity", "1 2", "%"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError):
        number_of(text)


def test_only_a_local_number_can_be_set():
    assert can_be_set(parameter("hotline.general_days"))
    assert not can_be_set(parameter("petition.handling_days")), "the law says it"
    assert not can_be_set(parameter("appraisal.grades")), "a list"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Decimal("0.1"), "不能小于 0.2（元/月）。"),
        (Decimal("0.2"), ""),
        (1, ""),
        (Decimal("1.01"), "不能大于 1（元/月）。"),
    ],
)
def test_the_law_s_bounds_hold_at_both_ends(value, words):
    assert beyond_bounds(parameter("dues.farmer_monthly"), value) == words
