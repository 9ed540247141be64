"""What the page of a supervision notice shows."""

from datetime import date
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.calendar.selectors import add_working_days
from jingwei.regulations.library import parameter

from ..models import Notice

REPLY_DAYS = parameter("plans.notice_reply_workdays")


def reply_due(*, on: date) -> date:
    """The day by which a notice of today is usually to be answered."""
    return add_working_days(on, int(REPLY_DAYS.at(on).value))


def standing_of(notice: Notice, *, on: date) -> tuple[str, str]:
    """(kind, words) of a notice's state."""
    if notice.closed_on is not None:
        return "done", "已办结"
    if notice.task.withdrawn_on is not None:
        return "off", "任务已撤回"
    if notice.replied_on is not None:
        return "doing", "已回复，待办结"
    return ("late", "逾期未回复") if notice.reply_due_on < on else ("soon", "待回复")


def notice_facts(notice: Notice, actor: Actor, *, on: date) -> dict[str, Any]:
    """The context of the page: the notice, its state, what this actor may do."""
    is_open = notice.closed_on is None and notice.task.withdrawn_on is None
    above = actor.may("notice.issue", notice.issuer.path)
    return {
        "notice": notice,
        "on": on,
        "standing": standing_of(notice, on=on),
        "may_reply": is_open and actor.may("notice.reply", notice.place()) and not above,
        "may_close": is_open and notice.replied_on is not None and above,
    }
