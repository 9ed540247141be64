"""Supervision notices."""

from datetime import timedelta

import pytest

from jingwei.foundation.clock import today
from jingwei.kernels.plans.models import Notice
from tests.figures import by_month, changed, counted, divided, on_the_day, saved, this_month

from .work import duty_of, task


@pytest.fixture
def notice(tree):
    late = task(duty_of(tree.town), tree.community, "逾期的", today() - timedelta(days=1))
    days = {"issued_on": today(), "reply_due_on": today() + timedelta(days=7)}
    return saved(Notice(task=late, issuer=tree.town, light="red", reason="逾期", **days))


def test_a_notice_counts_with_who_got_it_and_with_who_sent_it(tree, notice):
    month = this_month()
    assert by_month(tree.community, "notices.received") == by_month(tree.town, "notices.issued") == {month: 1}
    assert by_month(tree.community, "notices.issued") == {}


def test_a_notice_is_late_the_day_after_it_was_to_be_answered(tree, notice):
    on_the_day(notice.reply_due_on, "notices.notices", "notices.overdue")
    assert divided(tree.city, "notices.notices", "standing") == {"waiting": 1}
    on_the_day(notice.reply_due_on + timedelta(days=1), "notices.notices", "notices.overdue")
    assert divided(tree.city, "notices.notices", "standing") == {"late": 1}
    assert counted(tree.city, "notices.overdue") == 1


@pytest.mark.parametrize(("days", "how"), [(-1, "timely"), (0, "timely"), (1, "late")])
def test_an_answer_by_the_day_is_in_time(tree, notice, days, how):
    replied = notice.reply_due_on + timedelta(days=days)
    changed(notice, replied_on=replied, reply="已开")
    assert divided(tree.city, "notices.answered", "timely") == {how: 1}
    assert divided(tree.city, "notices.notices", "standing") == {"replied": 1}
    changed(notice, closed_on=replied)
    assert by_month(tree.city, "notices.closed") == {f"{replied:%Y-%m}": 1}
    assert divided(tree.city, "notices.notices", "standing") == {"closed": 1}


def test_a_task_taken_back_asks_for_no_reply(tree, notice):
    assert counted(tree.city, "notices.notices") == 1
    changed(notice.task, withdrawn_on=today())
    assert counted(tree.city, "notices.notices") == 0
    assert counted(tree.city, "notices.received") == 1
