"""The figures of this room: what was found and has to be put right."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from jingwei.kernels.figures.cutting import by_case, words_of
from jingwei.kernels.figures.declaring import Cut, Figure, Part, Ratio, declare
from jingwei.kernels.figures.listing import Listed, listed
from jingwei.kernels.figures.opening import choice, day, opens, text
from jingwei.regulations.library import parameter

from .rules import KINDS
from .selectors.matters import matters

DAYS = parameter("health.matter_days")
KIND = Cut("kind", "问题", "kind", words_of(KINDS), tuple(KINDS))
WORDS = {"todo": "待整改", "late": "已逾期", "answered": "已回复，待核对", "closed": "已办结"}
TIMELY = {"timely": "按时办结", "late": "逾期办结"}


def _cases(on: date) -> Sequence[tuple[str, Q]]:
    return [
        ("closed", Q(closed_on__isnull=False)),
        ("answered", Q(answered_on__isnull=False)),
        ("late", Q(due_on__lt=on)),
    ]


def _all(on: date) -> "QuerySet[Any]":
    return matters()


def _open(on: date) -> "QuerySet[Any]":
    return matters().filter(closed_on=None)


def _closed(on: date) -> "QuerySet[Any]":
    return matters().filter(closed_on__isnull=False)


declare(
    Figure(
        "health.matters",
        "整改事项",
        "件",
        "上级体检后向本级和下级党组织开出的整改事项，按当天分为待整改、已逾期、已回复和已办结。",
        _all,
        turns="day",
        cuts=(by_case("standing", "办理", _cases, WORDS, otherwise="todo"), KIND),
        basis=DAYS.key,
    )
)
declare(
    Figure(
        "health.open",
        "没有办结的整改事项",
        "件",
        "已经开出、还没有办结的整改事项，已经回复、等上级核对的也在内。",
        _open,
        cuts=(KIND,),
    )
)
declare(
    Figure(
        "health.opened",
        "开出整改",
        "件",
        "在这个月向本级和下级党组织开出的整改事项，记在整改单位名下。",
        _all,
        month="opened_on",
        cuts=(KIND,),
    )
)
declare(
    Figure(
        "health.closed",
        "办结整改",
        "件",
        "在这个月办结的整改事项；办结日期不晚于办理期限的算按时办结。",
        _closed,
        month="closed_on",
        cuts=(
            by_case(
                "timely", "是否按时", lambda on: [("timely", Q(closed_on__lte=F("due_on")))], TIMELY, otherwise="late"
            ),
        ),
        basis=DAYS.key,
    )
)
declare(
    Ratio(
        "health.in_order_share",
        "整改按时办理率",
        "没有逾期的整改事项（待整改、已回复和已办结的）除以全部整改事项。",
        top=tuple(Part("health.matters", "standing", value) for value in ("todo", "answered", "closed")),
        bottom=(Part("health.matters"),),
        better="high",
        basis=DAYS.key,
    )
)
listed(
    Listed(
        "health.Matter",
        "health.see",
        (
            text("党组织", "organization"),
            choice("问题", "kind"),
            text("情况", "words"),
            text("开出单位", "opener"),
            day("办理期限", "due_on"),
            day("办结日期", "closed_on"),
        ),
        opens("health:matter"),
        ("due_on", "pk"),
        ("organization", "opener"),
    )
)
