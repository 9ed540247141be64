"""A plan and its tasks as a Word paper and as Excel workbooks."""

from collections.abc import Iterable
from datetime import date

from jingwei.foundation.documents.official import Paper
from jingwei.foundation.spreadsheets.workbooks import Sheet, workbook

from .choices import TaskState
from .models import Measure, Plan, Task
from .rules.passing import said
from .selectors.measures import MeasureShown
from .selectors.show import ChapterShown, DutyShown, carried_out, plan_tasks
from .selectors.tasks import state_of

TASK_HEADS = ("任务", "承办单位", "下达单位", "数量", "单位", "频次", "开始日期", "完成期限", "状态", "完成日期")


def plan_word(plan: Plan, *, on: date) -> bytes:
    """How the plan is carried out, as an official paper: every item with its duties, tasks and measures."""
    paper = Paper()
    paper.title(f"{plan.title}落实情况")
    paper.text(f"截至{on.year}年{on.month}月{on.day}日。")
    for chapter in carried_out(plan, on=on):
        _chapter(paper, chapter)
    return paper.data()


def _chapter(paper: Paper, shown: ChapterShown) -> None:
    paper.chapter(str(shown.chapter))
    for entry in shown.items:
        paper.item(str(entry.item))
        for duty in entry.duties:
            paper.text(f"{duty.duty.text}{_how_far(duty)}")
        rows = [
            (m.measure.subject or m.measure.text, in_words(m.measure), how_much(m), m.standing[1])
            for duty in entry.duties
            for m in duty.measures
        ]
        if rows:
            paper.table(("量化要求", "目标", "已完成", "状态"), rows)


def _how_far(duty: DutyShown) -> str:
    if not duty.total:
        return "（尚未下达任务。）"
    late = f"，逾期{duty.tally['late']}项" if duty.tally["late"] else ""
    return f"（下达任务{duty.total}项，已完成{duty.tally['done']}项{late}。）"


def in_words(measure: Measure) -> str:
    """A measure as a person writes it: 每季度不少于1次."""
    period = measure.get_period_display() if measure.period not in ("", "once") else ""
    value = "＿＿" if measure.value is None else said(measure.value)
    if measure.comparator == "range" and measure.upper is not None:
        amount = f"{value}—{said(measure.upper)}"
    else:
        amount = value if measure.comparator == "equal" else f"{measure.get_comparator_display()}{value}"
    return f"{measure.per}{period}{amount}{measure.unit}"


def how_much(shown: MeasureShown) -> str:
    """What was reached of what is wanted in all: 45/80次; "" before anything was asked."""
    if shown.reported is None:
        return ""
    whole = f"/{said(shown.wanted)}" if shown.wanted is not None else ""
    return f"{said(shown.reported)}{whole}{shown.measure.unit}"


def plan_workbook(plan: Plan, *, on: date) -> bytes:
    """Three sheets: duties, measures against their targets, tasks."""
    chapters = carried_out(plan, on=on)
    return workbook([_duties(chapters), _measures(chapters), task_sheet(plan_tasks(plan), on=on)])


def _duties(chapters: list[ChapterShown]) -> Sheet:
    rows = [
        (str(c.chapter), str(i.item), d.duty.text, d.duty.actors, d.total, d.tally["done"], d.tally["late"])
        for c in chapters
        for i in c.items
        for d in i.duties
    ]
    return Sheet("职责", ("章", "条", "职责", "谁来做", "任务数", "已完成", "已逾期"), rows)


def _measures(chapters: list[ChapterShown]) -> Sheet:
    rows = [
        (
            str(i.item),
            m.measure.subject,
            in_words(m.measure),
            m.wanted,
            m.reported,
            m.measure.unit,
            m.measure.deadline,
            m.standing[1],
        )
        for c in chapters
        for i in c.items
        for d in i.duties
        for m in d.measures
    ]
    return Sheet("量化要求", ("条", "内容", "要求", "合计要完成", "已完成", "单位", "期限", "状态"), rows)


def task_sheet(tasks: Iterable[Task], *, on: date) -> Sheet:
    """Tasks as rows."""
    rows = [
        (
            task.title,
            task.organization.name,
            task.issuer.name,
            task.amount,
            task.unit,
            task.get_period_display(),
            task.start_on,
            task.due_on,
            TaskState(state_of(task, on=on)).label,
            task.completed_on,
        )
        for task in tasks
    ]
    return Sheet("任务", TASK_HEADS, rows)
