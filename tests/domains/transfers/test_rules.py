"""Which steps a transfer takes, and its clocks: before, on and after each day."""

from datetime import date

import pytest

from jingwei.domains.transfers import rules


@pytest.mark.parametrize(
    ("kind", "one_committee", "steps"),
    [
        ("inside", False, ("propose", "release", "accept", "receive")),
        ("inside", True, ("propose", "approve", "receive")),
        ("out", False, ("propose", "letter", "receipt")),
    ],
)
def test_the_steps_follow_from_where_it_goes(kind, one_committee, steps):
    assert rules.chain(kind, one_committee=one_committee) == steps


def test_each_step_is_followed_by_the_next_and_the_last_by_none():
    steps = rules.chain("inside", one_committee=False)
    assert [rules.after(step, steps) for step in steps] == ["release", "accept", "receive", ""]


def test_a_proposal_can_be_taken_back_until_the_receiving_side_has_approved():
    steps = ("propose", "release", "accept", "approve", "letter", "receive", "receipt")
    assert [step for step in steps if rules.can_be_revoked(step)] == [
        "propose",
        "release",
        "accept",
        "approve",
        "letter",
    ]


@pytest.mark.parametrize(
    ("on", "light"),
    [
        (date(2026, 5, 24), "doing"),
        (date(2026, 5, 25), "soon"),
        (date(2026, 5, 27), "soon"),
        (date(2026, 5, 28), "late"),
    ],
)
def test_a_step_warns_before_it_is_late(on, light):
    assert rules.light(date(2026, 5, 27), date(2026, 5, 25), on=on) == light


def test_a_letter_holds_up_to_and_with_its_last_day():
    until = rules.valid_until(date(2026, 5, 20), 10)
    assert until == date(2026, 5, 30)
    assert [rules.has_expired(until, on=date(2026, 5, day)) for day in (29, 30, 31)] == [False, False, True]


def test_a_receipt_is_missing_after_ninety_days():
    assert rules.receipt_due(date(2026, 5, 20)) == date(2026, 8, 18)
