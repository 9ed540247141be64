"""A change of an approved plan is a revision: a copy that is corrected and approved in its place."""

from typing import Any, TypeVar

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.models import VersionedModel

from ..models import Chapter, Duty, Item, Measure, Plan, Task
from .reviewing import approve

Row = TypeVar("Row", bound=VersionedModel)


@action("plan.edit", title="修订工作要点")
def revise(actor: Actor, plan: Plan, /) -> Plan:
    """A draft that starts as a copy of the approved plan. Raises Refused for a draft, an old version, or while
    another revision is open."""
    if plan.state != "approved":
        raise Refused("只有已审定的要点可以修订。", next_step="草稿可以直接修改；旧版请打开最新一版再修订。")
    if plan.revisions.filter(state="draft").exists():
        raise Refused("已经有一份修订稿正在核对。", next_step="请在那份修订稿上继续修改。")
    draft = _copy(
        plan,
        revises=plan,
        revision=plan.revision + 1,
        state="draft",
        approved_on=None,
        approved_by="",
        published_path=None,
    )
    for chapter in plan.chapters.all():
        _copy_chapter(chapter, draft)
    return draft


def _copy_chapter(chapter: Chapter, draft: Plan) -> None:
    new_chapter = _copy(chapter, plan=draft)
    for item in chapter.items.all():
        _copy_item(item, new_chapter)


def _copy_item(item: Item, chapter: Chapter) -> None:
    new_item = _copy(item, chapter=chapter)
    for duty in item.duties.all():
        new_duty = _copy(duty, item=new_item, origin=duty)
        for measure in duty.measures.all():
            _copy(measure, duty=new_duty, origin=measure)


@action("plan.approve", title="审定修订稿")
def approve_revision(actor: Actor, plan: Plan, /) -> Plan:
    """Approve the revision and retire what it revises; the tasks follow their measures and duties. Raises Refused as
    `approve`, and while open tasks have lost their duty."""
    old = plan.revises
    if old is None:
        raise Refused("这不是修订稿。", next_step="请返回核对页，直接审定。")
    approve(actor, plan)
    duties = {duty.origin_id: duty for duty in Duty.objects.filter(item__chapter__plan=plan)}
    measures = {m.origin_id: m for m in Measure.objects.filter(duty__item__chapter__plan=plan).select_related("duty")}
    lost = []
    for task in Task.objects.filter(duty__item__chapter__plan=old):
        measure = measures.get(task.measure_id) if task.measure_id else None
        duty = measure.duty if measure else duties.get(task.duty_id)
        if duty is None or duty.is_dropped:
            lost.append(task)
            continue
        task.duty, task.measure = duty, measure
        task.save()
    _must_not_lose(lost)
    old.state = "retired"
    old.save()
    return plan


def _must_not_lose(tasks: list[Task]) -> None:
    """Tasks that are done or taken back stay with the plan as it was."""
    left = [task for task in tasks if task.completed_on is None and task.withdrawn_on is None]
    if left:
        titles = "、".join(dict.fromkeys(f"“{task.title}”" for task in left[:5]))
        raise Refused(
            f"还有 {len(left)} 项没有完成的任务，在修订稿里找不到对应的职责：{titles}。",
            next_step="请恢复这些职责，或先撤回这些任务，再审定。",
        )


def _copy(row: Row, **changes: Any) -> Row:
    values = {f.attname: f.value_from_object(row) for f in row._meta.concrete_fields if not f.primary_key}
    values.pop("version")
    for name in changes:
        values.pop(f"{name}_id", None)
    new = type(row)(**{**values, **changes})
    new.save()
    return new
