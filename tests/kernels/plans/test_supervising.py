"""A supervision notice: issued on a light, answered in working days, closed by who issued it."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from jingwei.foundation.errors import Refused
from jingwei.kernels.plans.actions import dispatching, supervising
from jingwei.kernels.plans.selectors.notices import notice_facts, reply_due, standing_of
from jingwei.kernels.plans.selectors.tasks import notices, open_notices

ISSUED, DUE = "2026-06-25 10:00:00+08:00", date(2026, 7, 2)


@pytest.fixture
def later():
    """`with later("2026-06-25"):` it is that day."""
    return lambda day: time_machine.travel(f"{day} 10:00:00+08:00", tick=False)


def issued(cast, task, due=DUE):
    return supervising.issue(cast.office_town, task, reason="请说明进度", reply_due_on=due)


@pytest.fixture
def notice(cast, acting, task, later):
    """A notice of 25 June, to be answered by 2 July; the task is due on 30 June."""
    with later("2026-06-25"), acting(cast.office_town):
        return issued(cast, task)


@pytest.mark.parametrize(("day", "light"), [("2026-06-23", "yellow"), ("2026-06-30", "yellow"), ("2026-07-01", "red")])
def test_a_notice_is_issued_on_yellow_or_red(cast, acting, task, later, day, light):
    with later(day), acting(cast.office_town):
        assert issued(cast, task).light == light


def test_without_a_light_there_is_no_notice_and_the_first_day_is_named(cast, acting, task, later):
    with later("2026-06-22"), acting(cast.office_town), pytest.raises(Refused) as refusal:
        issued(cast, task)
    assert (refusal.value.earliest, bool(refusal.value.basis)) == ("2026年06月23日（亮黄灯）", True)


def test_nobody_supervises_the_own_task(cast, acting, giving, clearance, later):
    (task,) = giving(cast.tree.town, title="镇里的事")
    with later("2026-06-25"), acting(cast.office_town), pytest.raises(Refused, match="不能督办本单位"):
        issued(cast, task)


def test_one_notice_is_open_at_a_time(cast, acting, task, notice, later):
    with later("2026-06-26"), acting(cast.office_town), pytest.raises(Refused, match="没有办结的督办单"):
        issued(cast, task.fresh())


@pytest.mark.parametrize(("due", "allowed"), [(24, False), (25, True), (26, True)])
def test_a_reply_is_not_asked_for_a_day_that_is_over(cast, acting, task, later, due, allowed):
    with later("2026-06-25"), acting(cast.office_town):
        if allowed:
            assert issued(cast, task, date(2026, 6, due))
        else:
            with pytest.raises(Refused, match="不能早于今天"):
                issued(cast, task, date(2026, 6, due))


def test_a_secretary_cannot_issue_one(cast, acting, task, later):
    with later("2026-06-25"), acting(cast.superior), pytest.raises(PermissionDenied):
        supervising.issue(cast.superior, task, reason="x", reply_due_on=DUE)


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 5, 20), date(2026, 5, 27)),  # a Wednesday: five working days on
        (date(2026, 5, 22), date(2026, 5, 29)),  # a Friday: the weekend does not count
        (date(2026, 4, 30), date(2026, 5, 11)),  # Labour Day, 1–5 May; Saturday the 9th is worked for it
    ],
)
def test_a_reply_is_due_in_working_days(db, day, due):
    assert reply_due(on=day) == due


def test_the_community_replies_and_the_town_closes(cast, acting, notice, later):
    with later("2026-06-29"):
        with acting(cast.superior):
            supervising.reply(cast.superior, notice, text="本周五前补齐")
        with acting(cast.office_town):
            supervising.close(cast.office_town, notice)
    assert (notice.replied_on, notice.closed_on) == (date(2026, 6, 29), date(2026, 6, 29))
    assert notice.replied_by == f"{cast.superior.title} 尚秋实"


def test_a_notice_is_not_closed_without_a_reply(cast, acting, notice):
    with acting(cast.office_town), pytest.raises(Refused, match="还没有收到回复"):
        supervising.close(cast.office_town, notice)


def test_who_was_asked_cannot_close_it(cast, acting, task, giving, clearance, later):
    (own,) = giving(cast.tree.town, title="镇里的事")
    with later("2026-06-25"):
        with acting(cast.office_district):
            asked = supervising.issue(cast.office_district, own, reason="请说明", reply_due_on=DUE)
        with acting(cast.office_town):
            supervising.reply(cast.office_town, asked, text="下周完成")
            with pytest.raises(PermissionDenied):
                supervising.close(cast.office_town, asked)
            with pytest.raises(PermissionDenied):
                supervising.send_back(cast.office_town, asked, reason="x", reply_due_on=DUE)


def test_who_asked_cannot_answer(cast, acting, notice):
    with acting(cast.office_town), pytest.raises(Refused, match="由承办单位回复"):
        supervising.reply(cast.office_town, notice, text="都好")


def test_a_reply_that_is_not_enough_is_sent_back_and_stays(cast, acting, notice, later):
    with later("2026-06-29"):
        with acting(cast.superior):
            supervising.reply(cast.superior, notice, text="快了")
        with acting(cast.office_town):
            supervising.send_back(cast.office_town, notice, reason="请写明日期", reply_due_on=date(2026, 7, 6))
    assert (notice.reply, notice.replied_on, notice.reply_due_on) == ("快了", None, date(2026, 7, 6))


def test_what_is_closed_is_not_answered_again(cast, acting, notice):
    with acting(cast.superior):
        supervising.reply(cast.superior, notice, text="好")
    with acting(cast.office_town):
        supervising.close(cast.office_town, notice)
        with pytest.raises(Refused, match="已经办结"):
            supervising.close(cast.office_town, notice)
    with acting(cast.superior), pytest.raises(Refused, match="已经办结"):
        supervising.reply(cast.superior, notice, text="再说")


@pytest.mark.parametrize(("day", "standing"), [(1, "待回复"), (2, "待回复"), (3, "逾期未回复")])
def test_a_notice_is_late_after_its_day(cast, acting, notice, day, standing):
    with acting(cast.office_town):
        assert standing_of(notices().get(), on=date(2026, 7, day))[1] == standing


def test_a_task_that_is_withdrawn_asks_for_nothing_more(cast, acting, task, notice):
    with acting(cast.office_town):
        assert list(open_notices()) == [notice]
        dispatching.withdraw(cast.office_town, task.fresh())
        assert list(open_notices()) == []
        assert standing_of(notices().get(), on=DUE)[1] == "任务已撤回"


def test_the_page_offers_what_each_may_do(cast, acting, notice):
    for part, may in (("superior", (True, False)), ("office_town", (False, False)), ("neighbour", (False, False))):
        actor = getattr(cast, part)
        with acting(cast.office_town):
            facts = notice_facts(notices().get(), actor, on=DUE)
        assert (facts["may_reply"], facts["may_close"]) == may
