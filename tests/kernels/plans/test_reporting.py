"""An organization reports what it has done."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from jingwei.foundation.errors import Refused
from jingwei.foundation.evidence.selectors import attachments_of
from jingwei.kernels.plans.actions import dispatching, progress
from jingwei.kernels.plans.models import Report
from jingwei.kernels.plans.selectors.task_page import parts_of
from jingwei.kernels.plans.selectors.tasks import reports, stands, tasks

from .conftest import TODAY


@pytest.fixture
def reporting(cast, acting):
    """`reporting(task, day, amount, …)`: a report of the community's secretary."""

    def report(task, day=TODAY, amount=1, *, part="superior", **values):
        actor = getattr(cast, part)
        with acting(actor):
            values = {"amount": None if amount is None else Decimal(amount), "note": "开了会", **values}
            return progress.report(actor, task, happened_on=day, **values)

    return report


def test_a_report_moves_the_task_to_its_next_period(task, reporting):
    assert task.next_due_on == date(2026, 6, 30)
    reporting(task)
    assert (task.fresh().next_due_on, task.fresh().completed_on) == (date(2026, 9, 30), None)


def test_the_task_is_done_when_all_periods_are(task, reporting):
    reporting(task)
    task.start_on = date(2026, 4, 1)
    last = task.fresh()
    last.due_on = date(2026, 6, 30)
    progress.settle(last, Report._base_manager.filter(task=task))
    assert last.completed_on == TODAY


def test_a_final_report_completes_the_task(task, reporting):
    reporting(task, is_final=True)
    assert task.fresh().completed_on == TODAY
    with pytest.raises(Refused, match="已经完成"):
        reporting(task.fresh())


def test_the_day_and_the_author_of_writing_are_kept(cast, task, reporting):
    new = reporting(task, TODAY - timedelta(days=2))
    assert (new.happened_on, new.written_on) == (date(2026, 5, 18), TODAY)
    assert (new.author, new.author_title) == (cast.superior.user, cast.superior.title)


@pytest.mark.parametrize(("days", "needs_reason"), [(6, False), (7, False), (8, True)])
def test_what_is_more_than_seven_days_old_is_entered_late_with_a_reason(task, reporting, days, needs_reason):
    day = TODAY - timedelta(days=days)
    if not needs_reason:
        assert reporting(task, day).late_reason == ""
        return
    with pytest.raises(Refused) as refusal:
        reporting(task, day)
    assert refusal.value.basis and "不影响评价" in refusal.value.next_step
    assert reporting(task, day, late_reason="停电").late_reason == "停电"


def test_a_late_entry_counts_like_any_other(task, reporting):
    reporting(task, date(2026, 4, 2), late_reason="停电")
    assert task.fresh().next_due_on == date(2026, 9, 30)


@pytest.mark.parametrize(("day", "allowed"), [(19, True), (20, True), (21, False)])
def test_nothing_is_reported_of_a_day_to_come(task, reporting, day, allowed):
    if allowed:
        assert reporting(task, date(2026, 5, day))
    else:
        with pytest.raises(Refused, match="不能晚于今天"):
            reporting(task, date(2026, 5, day))


@pytest.mark.parametrize(("day", "allowed"), [(date(2026, 3, 31), False), (date(2026, 4, 1), True)])
def test_nothing_is_reported_of_a_day_before_the_task_began(task, reporting, day, allowed):
    if allowed:
        assert reporting(task, day, late_reason="停电")
    else:
        with pytest.raises(Refused, match="早于任务开始日期"):
            reporting(task, day, late_reason="停电")


def test_a_task_without_an_amount_is_done_by_a_final_report(cast, giving, clearance, reporting):
    (task,) = giving(cast.tree.community, clearance=clearance, amount=None, period="once", title="启动准备")
    reporting(task, amount=None)
    assert task.fresh().completed_on is None
    reporting(task.fresh(), amount=None, is_final=True)
    assert task.fresh().completed_on == TODAY


def test_a_limit_is_never_reached_by_amounts(cast, giving, clearance, reporting):
    (task,) = giving(cast.tree.community, clearance=clearance, comparator="at_most", title="少开会")
    reporting(task, amount=5)
    assert (task.fresh().completed_on, task.fresh().next_due_on) == (None, date(2026, 6, 30))


def test_a_file_may_hang_on_a_report(cast, acting, task, reporting):
    new = reporting(task, upload=SimpleUploadedFile("纪要.txt", "议题：停车".encode()))
    with acting(cast.superior):
        assert [str(file) for file in attachments_of(new)] == ["纪要.txt"]


def test_a_withdrawn_task_takes_no_reports(cast, acting, task, reporting):
    with acting(cast.office_town):
        dispatching.withdraw(cast.office_town, task)
    with pytest.raises(Refused, match="已由下达单位撤回"):
        reporting(task)


def test_another_branch_cannot_report(cast, acting, task, reporting):
    with pytest.raises(PermissionDenied):
        reporting(task, part="neighbour")


def test_the_town_may_report_for_a_community(task, reporting):
    assert reporting(task, part="office_town").author_title == "云桥镇 工作人员"


def test_a_report_that_was_wrong_is_struck_and_stays_to_be_read(cast, acting, task, reporting):
    wrong = reporting(task, is_final=True)
    with acting(cast.superior):
        progress.strike(cast.superior, wrong, reason="还没有办完")
        assert (task.fresh().completed_on, task.fresh().next_due_on) == (None, date(2026, 6, 30))
        assert list(reports().filter(task=task)) == [wrong]
        assert stands(tasks().get(pk=task.pk), TODAY) == ("not_started", "none")
        with pytest.raises(Refused, match="已经作废"):
            progress.strike(cast.superior, wrong, reason="再来一次")


def test_another_branch_cannot_strike_a_report(cast, acting, task, reporting):
    wrong = reporting(task)
    with acting(cast.neighbour), pytest.raises(PermissionDenied):
        progress.strike(cast.neighbour, wrong, reason="不喜欢")


def test_each_period_says_how_it_stands(task, reporting):
    reporting(task)
    counted = list(Report._base_manager.filter(task=task))
    assert [part.standing for part in parts_of(task, counted, on=TODAY)] == [
        ("done", "已完成"), ("todo", "未到时间"), ("todo", "未到时间"),
    ]  # fmt: skip
    assert [part.standing[1] for part in parts_of(task, [], on=date(2026, 10, 5))] == ["未完成", "未完成", "本期"]
