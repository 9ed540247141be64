"""Supervision notices: sent, answered, closed, and those that wait."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from jingwei.kernels.figures.cutting import by_case, by_choice
from jingwei.kernels.figures.declaring import Figure, Part, Ratio, declare
from jingwei.kernels.figures.following import follows
from jingwei.kernels.plans.choices import Light
from jingwei.kernels.plans.selectors.notices import REPLY_DAYS
from jingwei.kernels.plans.selectors.tasks import notices

WORDS = {"waiting": "待回复", "late": "逾期未回复", "replied": "已回复，待办结", "closed": "已办结"}
TIMELY = {"timely": "按时回复", "late": "逾期回复"}
RECEIVED = "task__organization_id"
BY_TASKS = (follows("plans.Task", RECEIVED, "withdrawn_on"),)


def _cases(on: date) -> Sequence[tuple[str, Q]]:
    return [
        ("closed", Q(closed_on__isnull=False)),
        ("replied", Q(replied_on__isnull=False)),
        ("late", Q(reply_due_on__lt=on)),
    ]


def _all(on: date) -> "QuerySet[Any]":
    return notices()


def _standing(on: date) -> "QuerySet[Any]":
    return notices().filter(Q(task__withdrawn_on=None) | Q(closed_on__isnull=False))


def _overdue(on: date) -> "QuerySet[Any]":
    return notices().filter(closed_on=None, replied_on=None, task__withdrawn_on=None, reply_due_on__lt=on)


def _answered(on: date) -> "QuerySet[Any]":
    return notices().filter(replied_on__isnull=False)


def _closed(on: date) -> "QuerySet[Any]":
    return notices().filter(closed_on__isnull=False)


LIGHT = by_choice("light", "灯号", Light)
IN_TIME = by_case(
    "timely", "是否按时", lambda on: [("timely", Q(replied_on__lte=F("reply_due_on")))], TIMELY, otherwise="late"
)
declare(
    Figure(
        "notices.notices",
        "督办单",
        "件",
        "本级和下级收到的督办单，按当天分为待回复、逾期未回复、已回复和已办结；任务已经撤回、没有办结的不计。",
        _standing,
        organization=RECEIVED,
        turns="day",
        cuts=(by_case("standing", "办理", _cases, WORDS, otherwise="waiting"), LIGHT),
        watched=BY_TASKS,
    )
)
declare(
    Figure(
        "notices.overdue",
        "逾期未回复的督办单",
        "件",
        "过了回复期限还没有回复的督办单，期限当天不算；任务已经撤回的不计。",
        _overdue,
        organization=RECEIVED,
        turns="day",
        watched=BY_TASKS,
        basis=REPLY_DAYS.key,
    )
)
declare(
    Figure(
        "notices.received",
        "收到督办单",
        "件",
        "本级和下级在这个月收到的督办单，按发出日期计。",
        _all,
        organization=RECEIVED,
        month="issued_on",
        cuts=(LIGHT,),
        watched=BY_TASKS,
    )
)
declare(
    Figure(
        "notices.issued",
        "发出督办单",
        "件",
        "本级和下级在这个月向下发出的督办单，记在发出单位名下。",
        _all,
        organization="issuer_id",
        month="issued_on",
        cuts=(LIGHT,),
    )
)
declare(
    Figure(
        "notices.answered",
        "回复督办单",
        "件",
        "在这个月回复的督办单；回复日期不晚于期限的算按时回复。退回重写的，按最后一次回复计。",
        _answered,
        organization=RECEIVED,
        month="replied_on",
        cuts=(IN_TIME,),
        basis=REPLY_DAYS.key,
        watched=BY_TASKS,
    )
)
declare(
    Figure(
        "notices.closed",
        "办结督办单",
        "件",
        "发出单位在这个月认可办结的督办单。",
        _closed,
        organization=RECEIVED,
        month="closed_on",
        watched=BY_TASKS,
    )
)
declare(
    Ratio(
        "notices.timely_share",
        "督办单按时回复率",
        "按时回复的督办单除以同一时间里回复的督办单；还没有回复的不在内。",
        top=(Part("notices.answered", "timely", "timely"),),
        bottom=(Part("notices.answered"),),
        better="high",
        basis=REPLY_DAYS.key,
    )
)
declare(
    Ratio(
        "notices.in_order_share",
        "督办单按时办理率",
        "没有逾期未回复的督办单除以全部督办单。",
        top=tuple(Part("notices.notices", "standing", value) for value in ("waiting", "replied", "closed")),
        bottom=(Part("notices.notices"),),
        better="high",
        basis=REPLY_DAYS.key,
    )
)
