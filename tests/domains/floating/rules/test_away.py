"""Who floats, who is better transferred, when the next contact is due: before, on and after the day."""

from datetime import date

import pytest

from jingwei.domains.floating.rules import away


@pytest.mark.parametrize(
    ("on", "floats"), [(date(2026, 7, 9), False), (date(2026, 7, 10), True), (date(2026, 7, 11), True)]
)
def test_since_2024_one_floats_after_six_months(on, floats):
    assert away.is_floating(date(2026, 1, 10), on=on) is floats


@pytest.mark.parametrize(("on", "floats"), [(date(2024, 11, 10), True), (date(2024, 11, 11), False)])
def test_before_the_definition_of_2024_being_away_was_enough(on, floats):
    assert away.is_floating(date(2024, 10, 1), on=on) is floats


@pytest.mark.parametrize(
    ("fixed", "on", "suggested"),
    [
        (True, date(2026, 7, 9), False),
        (True, date(2026, 7, 10), True),
        (True, date(2026, 7, 11), True),
        (False, date(2027, 7, 10), False),
    ],
)
def test_a_transfer_is_suggested_after_six_months_at_one_place(fixed, on, suggested):
    assert away.should_transfer(date(2026, 1, 10), fixed=fixed, on=on) is suggested


def test_contact_abroad_is_due_every_half_year():
    assert away.next_contact(date(2026, 1, 10)) == date(2026, 7, 10)


def test_a_graduate_is_kept_for_two_years():
    assert away.kept_until(date(2026, 7, 1)) == date(2028, 7, 1)


@pytest.mark.parametrize(("members", "enough"), [(2, False), (3, True), (4, True)])
def test_three_full_members_call_for_an_organization(members, enough):
    assert away.enough_for_an_organization(members, on=date(2026, 5, 20)) is enough
