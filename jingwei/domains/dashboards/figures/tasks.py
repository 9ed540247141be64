"""Tasks and what is reported of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from jingwei.kernels.figures.cutting import by_case, by_choice
from jingwei.kernels.figures.declaring import Figure, Part, Ratio, Watch, declare
from jingwei.kernels.figures.following import follows
from jingwei.kernels.plans.choices import Period, TaskState
from jingwei.kernels.plans.selectors.tasks import OPEN, in_state, reports, tasks

STATES = ("done", "late", "under_way")
WORDS = {state: str(TaskState(state).label) for state in ("done", "under_way", "not_started", "late")}
TIMELY = {"timely": "按期完成", "late": "逾期完成"}
WRITTEN = {"at_once": "及时填写", "later": "事后补录"}
OF_TASK = "task__organization_id"
BY_REPORTS = (Watch("plans.Report", "task_id", "pk"),)


def _cases(on: date) -> Sequence[tuple[str, Q]]:
    return [(state, in_state(state, on=on)) for state in STATES]


def _given(on: date) -> "QuerySet[Any]":
    return tasks().filter(withdrawn_on=None)


def _late(on: date) -> "QuerySet[Any]":
    return tasks().filter(OPEN, next_due_on__lt=on)


def _soon(on: date) -> "QuerySet[Any]":
    return tasks().filter(in_state("soon", on=on))


def _completed(on: date) -> "QuerySet[Any]":
    return tasks().filter(withdrawn_on=None, completed_on__isnull=False)


def _reports(on: date) -> "QuerySet[Any]":
    return reports().filter(struck_on=None)


STATE = by_case("state", "进展", _cases, WORDS, otherwise="not_started")
declare(
    Figure(
        "tasks.tasks",
        "任务",
        "项",
        "下达给本级和下级的任务，按当天分为已完成、进行中、未开始和已逾期；已经撤回的不计。"
        "分阶段的任务，前一阶段到期没有完成就算逾期。",
        _given,
        turns="day",
        cuts=(STATE, by_choice("period", "频次", Period)),
        watched=BY_REPORTS,
    )
)
declare(
    Figure(
        "tasks.late",
        "逾期任务",
        "项",
        "到期没有完成的任务，到期当天不算，从第二天起计；已经完成的、已经撤回的不计。",
        _late,
        turns="day",
    )
)
declare(
    Figure(
        "tasks.soon",
        "快到期的任务",
        "项",
        "亮黄灯的任务：没有完成，离下一次到期已经不远；已经逾期的不计。",
        _soon,
        turns="day",
        basis="plans.yellow_days",
    )
)
declare(
    Figure(
        "tasks.given",
        "下达任务",
        "项",
        "在这个月下达给本级和下级的任务，已经撤回的不计。",
        _given,
        month="given_on",
    )
)
declare(
    Figure(
        "tasks.completed",
        "完成任务",
        "项",
        "在这个月全部完成的任务；完成日期不晚于完成期限的算按期完成。",
        _completed,
        month="completed_on",
        cuts=(
            by_case(
                "timely",
                "是否按期",
                lambda on: [("timely", Q(completed_on__lte=F("due_on")))],
                TIMELY,
                otherwise="late",
            ),
        ),
    )
)
declare(
    Figure(
        "tasks.reports",
        "填报进展",
        "次",
        "为任务填写的进展，按事情发生的日期计入当月；已经作废的不计。",
        _reports,
        organization=OF_TASK,
        watched=(follows("plans.Task", OF_TASK),),
        month="happened_on",
        cuts=(by_case("written", "填写", lambda on: [("later", ~Q(late_reason=""))], WRITTEN, otherwise="at_once"),),
    )
)
declare(
    Ratio(
        "tasks.done_share",
        "任务完成率",
        "已完成的任务除以没有撤回的全部任务。",
        top=(Part("tasks.tasks", "state", "done"),),
        bottom=(Part("tasks.tasks"),),
        better="high",
    )
)
declare(
    Ratio(
        "tasks.on_schedule_share",
        "任务按进度推进率",
        "没有逾期的任务（已完成、进行中和未开始的）除以没有撤回的全部任务。",
        top=tuple(Part("tasks.tasks", "state", state) for state in ("done", "under_way", "not_started")),
        bottom=(Part("tasks.tasks"),),
        better="high",
    )
)
declare(
    Ratio(
        "tasks.timely_share",
        "任务按期完成率",
        "按期完成的任务除以同一时间里完成的全部任务。",
        top=(Part("tasks.completed", "timely", "timely"),),
        bottom=(Part("tasks.completed"),),
        better="high",
    )
)
