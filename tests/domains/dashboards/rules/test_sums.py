"""The parts make the whole, or it is said that they do not."""

import pytest

from jingwei.domains.dashboards.rules.sums import Agreement, composed, good


@pytest.mark.parametrize(
    ("agreement", "holds", "words"),
    [
        (Agreement(10, 0, 10), True, "下级之和＝本级"),
        (Agreement(10, 2, 12), True, "下级之和＋本级直属＝本级"),
        (Agreement(1_254, 0, 1_255), False, "下级之和 1,254，本级 1,255，相差 +1"),
        (Agreement(10, 2, 11), False, "下级之和＋本级直属 12，本级 11，相差 −1"),
    ],
)
def test_those_below_and_the_own_make_the_whole(agreement, holds, words):
    assert (agreement.holds, agreement.words) == (holds, words)


def test_a_composite_weighs_its_parts():
    assert composed([(100.0, 60), (50.0, 40)]) == 80.0


def test_a_part_without_anything_below_the_line_leaves_its_weight_to_the_others():
    assert composed([(100.0, 60), (None, 40)]) == 100.0
    assert composed([(None, 60), (None, 40)]) is None


@pytest.mark.parametrize(
    ("value", "better", "counts"), [(30.0, "high", 30.0), (30.0, "low", 70.0), (None, "low", None)]
)
def test_less_counts_more_where_less_is_better(value, better, counts):
    assert good(value, better) == counts
