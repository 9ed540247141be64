"""Plans, tasks and reports."""

from datetime import date, timedelta

import pytest

from jingwei.foundation.clock import today
from tests.figures import by_month, changed, counted, divided, on_the_day
from tests.kernels.figures.people import person

from .work import duty_of, report, task


@pytest.fixture
def duty(tree):
    return duty_of(tree.town)


@pytest.fixture
def late(tree, duty):
    return task(duty, tree.community, "逾期的", today() - timedelta(days=1), start_on=today() - timedelta(days=9))


@pytest.fixture
def open_one(tree, duty):
    return task(duty, tree.community, "开着的", today() + timedelta(days=90))


def test_plans_and_their_duties_are_counted(tree, duty):
    assert counted(tree.city, "plans.approved") == counted(tree.town, "plans.duties") == 1
    changed(duty, is_dropped=True)
    assert counted(tree.city, "plans.duties") == 0
    changed(duty, is_dropped=False)
    plan = duty.item.chapter.plan
    changed(plan, state="retired")
    assert counted(tree.city, "plans.approved") == counted(tree.city, "plans.duties") == 0


def test_a_task_stands_as_its_days_and_reports_say(tree, secretary, late, open_one):
    assert divided(tree.city, "tasks.tasks", "state") == {"late": 1, "not_started": 1}
    one = report(open_one, secretary.user, today())
    assert divided(tree.city, "tasks.tasks", "state") == {"late": 1, "under_way": 1}
    changed(one, struck_on=today())
    assert divided(tree.city, "tasks.tasks", "state") == {"late": 1, "not_started": 1}
    changed(late, completed_on=today())
    assert divided(tree.community, "tasks.tasks", "state") == {"done": 1, "not_started": 1}
    changed(late, withdrawn_on=today(), completed_on=None)
    assert counted(tree.city, "tasks.tasks") == 1


def test_a_task_is_late_the_day_after_it_was_due(tree, open_one):
    on_the_day(open_one.next_due_on, "tasks.late", "tasks.soon")
    assert (counted(tree.city, "tasks.late"), counted(tree.city, "tasks.soon")) == (0, 1)
    on_the_day(open_one.next_due_on + timedelta(days=1), "tasks.late", "tasks.soon")
    assert (counted(tree.city, "tasks.late"), counted(tree.city, "tasks.soon")) == (1, 0)


def test_the_yellow_light_comes_a_week_before(tree, open_one):
    on_the_day(open_one.next_due_on - timedelta(days=8), "tasks.soon")
    assert counted(tree.city, "tasks.soon") == 0
    on_the_day(open_one.next_due_on - timedelta(days=7), "tasks.soon")
    assert counted(tree.city, "tasks.soon") == 1


@pytest.mark.parametrize(("days", "how"), [(-1, "timely"), (0, "timely"), (1, "late")])
def test_what_was_done_by_its_day_was_done_in_time(tree, open_one, days, how):
    done = open_one.due_on + timedelta(days=days)
    changed(open_one, completed_on=done)
    assert divided(tree.city, "tasks.completed", "timely") == {how: 1}
    assert by_month(tree.city, "tasks.completed") == {f"{done:%Y-%m}": 1}


def test_reports_count_in_the_month_in_which_it_happened(tree, secretary, open_one):
    report(open_one, secretary.user, date(2026, 3, 31), late_reason="补录")
    report(open_one, secretary.user, date(2026, 4, 1))
    report(open_one, secretary.user, date(2026, 4, 2), struck_on=date(2026, 4, 3))
    assert by_month(tree.community, "tasks.reports") == {"2026-03": 1, "2026-04": 1}
    assert divided(tree.community, "tasks.reports", "written") == {"later": 1, "at_once": 1}


def test_reports_go_with_a_task_that_goes_to_another(tree, secretary, open_one):
    report(open_one, secretary.user, date(2026, 4, 1))
    assert counted(tree.community, "tasks.reports") == 1
    changed(open_one, organization=tree.other_community)
    assert (counted(tree.community, "tasks.reports"), counted(tree.other_community, "tasks.reports")) == (0, 1)


def test_a_change_of_a_member_counts_no_task_anew(tree, open_one):
    before = counted(tree.city, "tasks.tasks")
    person(tree.branch, "甲")
    assert counted(tree.city, "tasks.tasks") == before == 1
