"""The figures of this room: transfers asked for and done, steps that wait, arrivals from outside."""

from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from jingwei.kernels.figures.cutting import by_case, by_choice
from jingwei.kernels.figures.declaring import Figure, Part, Ratio, Watch, declare
from jingwei.kernels.figures.listing import Listed, listed
from jingwei.kernels.figures.opening import choice, day, opens, text

from .choices import Kind, Outcome, Reason, StepKind
from .models import Arrival, Step, Transfer
from .rules import STEP_WORKDAYS

STEP = by_choice("kind", "环节", StepKind)
TIMELY = {"timely": "按时办结", "late": "超期办结"}
BY_TRANSFERS = (Watch("transfers.Transfer", "id", "transfer"),)


def _asked(on: date) -> "QuerySet[Any]":
    return Transfer.objects.filter(asked_on__lte=on)


def _open(on: date) -> "QuerySet[Any]":
    return _asked(on).filter(Q(ended_on=None) | Q(ended_on__gt=on))


def _ended(on: date) -> "QuerySet[Any]":
    return Transfer.objects.filter(ended_on__lte=on)


def _waiting(on: date) -> "QuerySet[Any]":
    return Step.objects.filter(done_on=None, transfer__ended_on=None)


def _late(on: date) -> "QuerySet[Any]":
    return _waiting(on).filter(due_on__lt=on)


def _done_steps(on: date) -> "QuerySet[Any]":
    return Step.objects.filter(done_on__lte=on)


def _arrived(on: date) -> "QuerySet[Any]":
    return Arrival.objects.filter(arrived_on__lte=on)


declare(
    Figure(
        "transfers.open",
        "办理中的组织关系转接",
        "件",
        "已经提出、还没有办结的组织关系转接，记在转出支部名下。",
        _open,
        turns="day",
        cuts=(by_choice("kind", "转接方式", Kind), by_choice("reason", "原因", Reason)),
        dated=True,
    )
)
declare(
    Figure(
        "transfers.asked",
        "提出组织关系转接",
        "件",
        "在这个月提出的组织关系转接，记在转出支部名下，后来退回、撤回的也在内。",
        _asked,
        month="asked_on",
        turns="day",
        cuts=(by_choice("reason", "原因", Reason),),
        dated=True,
    )
)
declare(
    Figure(
        "transfers.ended",
        "办结组织关系转接",
        "件",
        "在这个月办结的组织关系转接，分为已转接、已退回和已撤回，记在转出支部名下。",
        _ended,
        month="ended_on",
        turns="day",
        cuts=(by_choice("outcome", "结果", Outcome),),
        dated=True,
    )
)
declare(
    Figure(
        "transfers.steps",
        "待办的转接环节",
        "个",
        "轮到本级和下级党组织办理的转接环节，记在该办理的单位名下；已经办完的不计。",
        _waiting,
        cuts=(STEP,),
        watched=BY_TRANSFERS,
    )
)
declare(
    Figure(
        "transfers.late_steps",
        "超期的转接环节",
        "个",
        "过了办理期限还没有办完的转接环节，期限当天不算，记在该办理的单位名下。",
        _late,
        turns="day",
        cuts=(STEP,),
        watched=BY_TRANSFERS,
        basis=STEP_WORKDAYS.key,
    )
)
declare(
    Figure(
        "transfers.steps_done",
        "办完转接环节",
        "个",
        "本级和下级党组织在这个月办完的转接环节；办结日期不晚于期限的算按时办结。",
        _done_steps,
        month="done_on",
        turns="day",
        cuts=(
            by_case(
                "timely", "是否按时", lambda on: [("timely", Q(done_on__lte=F("due_on")))], TIMELY, otherwise="late"
            ),
        ),
        basis=STEP_WORKDAYS.key,
    )
)
declare(
    Figure(
        "transfers.arrivals",
        "从平台以外转入",
        "名",
        "凭介绍信在这个月从平台以外接收的党员，记在接收支部名下。",
        _arrived,
        month="arrived_on",
        turns="day",
        persons=True,
        dated=True,
    )
)
declare(
    Ratio(
        "transfers.timely_share",
        "转接按时办理率",
        "按时办结的转接环节除以同一时间里办完的转接环节。",
        top=(Part("transfers.steps_done", "timely", "timely"),),
        bottom=(Part("transfers.steps_done"),),
        better="high",
        basis=STEP_WORKDAYS.key,
    )
)
listed(
    Listed(
        "transfers.Transfer",
        "transfer.see",
        (
            text("党员", "member"),
            text("转出支部", "organization"),
            text("转往", "goal"),
            choice("原因", "reason"),
            day("提出日期", "asked_on"),
            day("办结日期", "ended_on"),
        ),
        opens("transfers:transfer"),
        ("path", "-asked_on", "pk"),
        ("member", "organization", "target"),
    )
)
listed(
    Listed(
        "transfers.Step",
        "transfer.see",
        (
            choice("环节", "kind"),
            text("办理单位", "organization"),
            text("党员", "transfer.member"),
            day("开始日期", "opened_on"),
            day("办理期限", "due_on"),
            day("办结日期", "done_on"),
        ),
        opens("transfers:transfer", "transfer_id"),
        ("path", "due_on", "pk"),
        ("organization", "transfer__member"),
    )
)
listed(
    Listed(
        "transfers.Arrival",
        "transfer.see",
        (
            text("党员", "member"),
            text("接收支部", "organization"),
            text("开具介绍信的党委", "letter_from"),
            day("接收日期", "arrived_on"),
        ),
        order=("path", "-arrived_on", "pk"),
        related=("member", "organization"),
    )
)
