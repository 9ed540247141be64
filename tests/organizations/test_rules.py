"""What may stand where, and how long a term lasts."""

from datetime import date

import pytest

from jingwei.organizations import choices, rules
from jingwei.organizations.choices import Level
from jingwei.organizations.rules import months_later, same_rank, term_length, term_standing

ELECTED = date(2023, 7, 1)


def under(above: str) -> list[str]:
    return [level for level in Level.values if rules.may_stand_under(level, above)]


def test_every_level_has_its_place():
    assert set(rules.STANDS_UNDER) == set(Level.values)
    assert rules.GRASSROOTS == choices.GRASSROOTS


@pytest.mark.parametrize(
    ("above", "levels"),
    [
        ("city", ["district", "branch", "department", "unit"]),
        ("district", ["street", "town", "branch", "department", "unit"]),
        ("town", ["community", "village", "branch", "department", "unit"]),
        ("village", ["branch", "group", "unit"]),
        ("department", ["branch", "unit"]),
        ("branch", ["group"]),
        ("group", []),
    ],
)
def test_a_level_holds_only_levels_below_it(above, levels):
    assert under(above) == levels


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("street", "town", True),
        ("village", "community", True),
        ("branch", "branch", True),
        ("branch", "community", False),
        ("town", "village", False),
    ],
)
def test_only_organizations_of_the_same_rank_become_one(one, other, same):
    assert same_rank(one, other) is same


@pytest.mark.parametrize(
    ("level", "above", "of_committee", "years", "article"),
    [
        ("branch", "unit", False, 3, "第二十一条"),
        ("branch", "community", False, 5, "第二十一条"),
        ("community", "street", False, 5, "第二十一条"),
        ("village", "town", True, 5, "第二十一条"),
        ("unit", "town", True, 5, "第一点"),
        ("town", "district", True, 5, "第一点"),
    ],
)
def test_the_length_of_a_term_follows_the_body_and_its_place(level, above, of_committee, years, article):
    length = term_length(level, above, of_committee=of_committee, on=ELECTED)
    assert (length.years, length.basis.rpartition(", ")[2]) == (years, article)


def test_no_rule_of_the_library_fixes_the_term_of_a_city():
    assert term_length("city", "", of_committee=True, on=ELECTED) is None


@pytest.mark.parametrize(("on", "known"), [(date(2018, 7, 11), False), (date(2018, 7, 12), True)])
def test_the_length_is_unknown_before_the_first_rule(on, known):
    assert (term_length("branch", "unit", of_committee=False, on=on) is not None) is known


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2025, 12, 31), "running"),
        (date(2026, 1, 1), "soon"),
        (date(2026, 6, 30), "soon"),
        (date(2026, 7, 1), "soon"),
        (date(2026, 7, 2), "over"),
    ],
)
def test_a_term_is_warned_of_six_months_before_and_over_the_day_after(on, state):
    standing = term_standing(ELECTED, 3, on=on)
    assert (standing.due_on, standing.remind_on, standing.state) == (date(2026, 7, 1), date(2026, 1, 1), state)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 8, 31), -6, date(2026, 2, 28)),
        (date(2026, 5, 31), 7, date(2026, 12, 31)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_months_end_on_the_same_day_or_the_last(day, months, then):
    assert months_later(day, months) == then
