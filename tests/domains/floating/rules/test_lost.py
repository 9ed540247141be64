"""The clocks of lost contact: before, on and after the day; and that nothing happens by itself."""

from datetime import date

import pytest

from jingwei.domains.floating.rules.lost import Days, due, searched_enough, stage

LAST = date(2025, 11, 20)


@pytest.mark.parametrize(
    ("on", "open_now"), [(date(2026, 5, 19), ""), (date(2026, 5, 20), "suspend"), (date(2027, 5, 20), "suspend")]
)
def test_after_six_months_the_membership_can_be_suspended_and_is_not_by_itself(on, open_now):
    days = Days(LAST)
    assert (due(days, on=on), stage(days)) == (open_now, "searching")


@pytest.mark.parametrize(
    ("on", "open_now"), [(date(2028, 5, 31), ""), (date(2028, 6, 1), "remove"), (date(2030, 6, 1), "remove")]
)
def test_after_two_years_of_suspension_a_removal_can_be_decided_and_is_not_by_itself(on, open_now):
    days = Days(LAST, suspended_on=date(2026, 6, 1))
    assert (due(days, on=on), stage(days)) == (open_now, "suspended")


def test_what_the_branch_has_decided_waits_for_the_superior():
    days = Days(LAST, suspended_on=date(2026, 6, 1), resolved_on=date(2028, 6, 2))
    assert (due(days, on=date(2028, 6, 2)), stage(days)) == ("approve", "resolved")


@pytest.mark.parametrize(
    ("days", "name"),
    [
        (Days(LAST, found_on=date(2026, 1, 1)), "found"),
        (
            Days(LAST, found_on=date(2027, 1, 1), suspended_on=date(2026, 6, 1), restored_on=date(2027, 1, 1)),
            "restored",
        ),
        (
            Days(
                LAST,
                suspended_on=date(2026, 6, 1),
                resolved_on=date(2028, 6, 2),
                removed_on=date(2028, 7, 1),
            ),
            "removed",
        ),
    ],
)
def test_what_is_over_asks_for_nothing(days, name):
    assert (stage(days), due(days, on=date(2031, 1, 1))) == (name, "")


@pytest.mark.parametrize(
    ("ways", "enough"),
    [((), False), (("phone",), False), (("phone", "phone"), False), (("phone", "visit"), True)],
)
def test_somebody_is_looked_for_in_more_than_one_way(ways, enough):
    assert searched_enough(ways, on=date(2026, 5, 20)) is enough
