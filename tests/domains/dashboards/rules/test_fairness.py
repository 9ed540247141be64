"""Small organizations are not judged on noise: limits against numbers that can be looked up."""

from datetime import date

import pytest

from jingwei.domains.dashboards.rules.fairness import (
    EXACT,
    RARE,
    USUAL,
    Verdict,
    binomial,
    in_words,
    is_few,
    limits,
    step,
    verdict,
)

ON = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("rate", "size", "chance", "expected"),
    [
        (0.5, 10, USUAL, (0.2, 0.8)),  # P(X ≤ 1) = 0.0107, P(X ≤ 2) = 0.0547
        (0.5, 10, RARE, (0.1, 0.9)),  # P(X ≤ 0) = 0.00098, P(X ≤ 1) = 0.0107
        (0.9, 20, USUAL, (0.75, 1.0)),  # P(X ≤ 14) = 0.0113, P(X ≤ 15) = 0.0432
        (0.5, 100, USUAL, (0.4, 0.6)),  # P(X ≤ 39) = 0.0176, P(X ≤ 40) = 0.0284
        (0.0, 7, USUAL, (0.0, 0.0)),
        (1.0, 7, USUAL, (1.0, 1.0)),
    ],
)
def test_exact_limits_are_those_of_the_tables(rate, size, chance, expected):
    assert limits(rate, size, chance) == pytest.approx(expected)


def test_the_normal_limits_of_ten_thousand():
    assert limits(0.5, 10_000) == pytest.approx((0.4902, 0.5098), abs=1e-4)


def test_exact_and_normal_limits_meet():
    exact, normal = limits(0.8, EXACT), limits(0.8, EXACT + 1)
    assert exact == pytest.approx(normal, abs=0.0015)


def test_the_probabilities_of_all_numbers_make_one():
    assert sum(binomial(number, 17, 0.3) for number in range(18)) == pytest.approx(1)
    assert binomial(3, 10, 0.5) == pytest.approx(120 / 1024)


def test_limits_of_nothing_are_refused():
    with pytest.raises(ValueError, match="nothing"):
        limits(0.5, 0)


@pytest.mark.parametrize(("bottom", "few"), [(0, False), (1, True), (9, True), (10, False), (11, False)])
def test_fewer_than_ten_are_few(bottom, few):
    assert is_few(bottom, on=ON) is few


@pytest.mark.parametrize(
    ("top", "bottom", "standing", "side"),
    [
        (0, 7, "few", 0),
        (10, 10, "within", 0),
        (8, 10, "within", 0),
        (7, 10, "within", 0),
        (6, 10, "outside", -1),
        (4, 10, "far", -1),
        (15, 20, "within", 0),
        (14, 20, "outside", -1),
        (12, 20, "far", -1),
        (950, 1000, "far", 1),
    ],
)
def test_a_rate_is_set_against_chance_around_nine_in_ten(top, bottom, standing, side):
    found = verdict(top, bottom, 0.9, on=ON)
    assert (found.standing, found.side) == (standing, side)


def test_nothing_below_the_line_gets_no_verdict():
    assert verdict(0, 0, 0.9, on=ON) is None


def test_less_than_a_point_is_not_worth_a_word_however_many_there_are():
    assert verdict(90_500, 100_000, 0.9, on=ON).standing == "within"
    assert verdict(91_500, 100_000, 0.9, on=ON).standing == "far"


def test_one_of_seven_is_fourteen_points():
    assert step(7) == pytest.approx(14.29, abs=0.01)


@pytest.mark.parametrize(
    ("found", "bottom", "words"),
    [
        (Verdict("few", 0.5, 1), 7, "只有 7 名党员，差 1 名就差 14 个百分点，不宜据此评价"),
        (Verdict("within", 0.75, 1), 20, "在偶然波动范围内（75%—100%）"),
        (Verdict("outside", 0.75, 1, -1), 20, "低于偶然波动范围（75%—100%）"),
        (Verdict("far", 0.2, 0.8, 1), 20, "明显高于偶然波动范围（20%—80%）"),
    ],
)
def test_a_verdict_is_one_plain_sentence(found, bottom, words):
    assert in_words(found, bottom, "党员", "名") == words
