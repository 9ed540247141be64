"""How far a task is follows from what was reported and from the day."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from jingwei.kernels.plans.rules.standing import Asked, Done, light, standing

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def asked(amount=1, period="quarter", comparator="at_least", start_on=YEAR[0], due_on=YEAR[1]):
    return Asked(None if amount is None else Decimal(amount), comparator, period, start_on, due_on)


def done(month, day, amount=None, *, is_final=False):
    return Done(date(2026, month, day), None if amount is None else Decimal(amount), is_final)


def amounts(found):
    return [part.amount for part in found.parts]


def test_nothing_reported_is_due_at_the_end_of_the_first_period():
    assert standing(asked(), []).next_due_on == date(2026, 3, 31)


def test_after_a_period_is_done_the_next_one_is_due():
    assert standing(asked(), [done(2, 10)]).next_due_on == date(2026, 6, 30)


def test_all_periods_done_is_complete_on_the_day_of_the_last():
    found = standing(asked(), [done(2, 10), done(5, 1), done(8, 1), done(11, 3)])
    assert (found.completed_on, found.next_due_on) == (date(2026, 11, 3), date(2026, 12, 31))


def test_what_is_done_ahead_does_not_count_for_the_next_period():
    assert standing(asked(), [done(2, 10), done(2, 20)]).next_due_on == date(2026, 6, 30)


def test_a_missed_period_is_made_up_by_the_next_report():
    found = standing(asked(), [done(4, 5)])
    assert (amounts(found), found.next_due_on) == ([1, 0, 0, 0], date(2026, 6, 30))
    assert [part.made_up for part in found.parts] == [True, False, False, False]


def test_one_report_may_make_up_for_two_periods():
    assert amounts(standing(asked(2), [done(5, 5, 4)])) == [2, 2, 0, 0]


def test_what_is_left_over_counts_where_it_happened():
    assert amounts(standing(asked(1), [done(2, 5, 5)])) == [5, 0, 0, 0]


def test_a_sum_over_the_whole_time_is_complete_when_it_is_reached():
    hours = asked(56, "once")
    assert standing(hours, [done(3, 1, 40)]).completed_on is None
    assert standing(hours, [done(3, 1, 40), done(9, 1, 16)]).completed_on == date(2026, 9, 1)


def test_work_done_after_the_day_still_completes_the_task():
    task = asked(2, "once", due_on=date(2026, 6, 30))
    assert standing(task, [done(7, 20, 2)]).completed_on == date(2026, 7, 20)


@pytest.mark.parametrize(
    "open_ended", [asked(None, "once"), asked(5, "once", "at_most"), asked(1, "day"), asked(None, "day")]
)
def test_only_a_final_report_completes_what_has_no_measure_of_its_own(open_ended):
    assert standing(open_ended, [done(3, 1, 1)]).completed_on is None
    assert standing(open_ended, [done(3, 1, 1), done(4, 1, is_final=True)]).completed_on == date(2026, 4, 1)


def test_a_repeated_thing_without_an_amount_is_done_once_in_each_period():
    assert standing(asked(None), [done(2, 1)]).next_due_on == date(2026, 6, 30)


def test_a_final_report_completes_a_task_before_all_periods_are_done():
    assert standing(asked(), [done(2, 1, is_final=True)]).completed_on == date(2026, 2, 1)


DUE = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (DUE - timedelta(days=8), "none"),
        (DUE - timedelta(days=7), "yellow"),
        (DUE, "yellow"),
        (DUE + timedelta(days=1), "red"),
    ],
)
def test_a_light_is_yellow_from_seven_days_before_and_red_after(day, shown):
    assert light(DUE, None, on=day) == shown


def test_what_is_done_shows_no_light():
    assert light(DUE, date(2026, 6, 1), on=DUE + timedelta(days=30)) == "none"
