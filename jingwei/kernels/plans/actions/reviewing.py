"""A person corrects what was read, and approves it. An approved plan is frozen."""

from collections.abc import Iterable
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.organizations.models import Organization

from ..models import Chapter, Duty, Item, Measure, Plan
from ..rules.passing import said


def must_be_draft(plan: Plan) -> None:
    """Raises Refused for a plan that has been approved."""
    if not plan.is_draft:
        raise Refused("要点已经审定，内容不能直接修改。", next_step="需要改动时，请在要点页点“修订”，改好后重新审定。")


@action("plan.edit", title="修改要点基本信息")
def edit_plan(actor: Actor, plan: Plan, /, *, title: str, year: int, issuer: str) -> Plan:
    must_be_draft(plan)
    plan.title, plan.year, plan.issuer = title, year, issuer
    plan.save()
    return plan


@action("plan.edit", title="删除要点草稿")
def discard(actor: Actor, plan: Plan, /) -> Organization:
    """Throw a draft away with all its parts. Raises Refused for a plan that has been approved."""
    must_be_draft(plan)
    organization: Organization = plan.organization
    plan.delete()
    return organization


@action("plan.edit", title="修改条目")
def edit_item(actor: Actor, item: Item, /, *, number: str, title: str) -> Item:
    must_be_draft(item.chapter.plan)
    item.number, item.title = number, title
    item.save()
    return item


@action("plan.edit", title="补充条目")
def add_item(actor: Actor, chapter: Chapter, /, *, number: str, title: str) -> Item:
    """Add an item that the reader did not find, at the end of its chapter: without a place in the text."""
    must_be_draft(chapter.plan)
    last = chapter.items.order_by("-position").first()
    item = Item(
        chapter=chapter, position=last.position + 1 if last else 1, number=number, title=title,
        start=chapter.end, end=chapter.end,
    )  # fmt: skip
    item.save()
    return item


@action("plan.edit", title="修改职责")
def edit_duty(actor: Actor, duty: Duty, /, *, text: str, actors: str) -> Duty:
    must_be_draft(duty.plan)
    duty.text, duty.actors = text, actors
    duty.save()
    return duty


@action("plan.edit", title="补充职责")
def add_duty(actor: Actor, item: Item, /, *, text: str, actors: str = "") -> Duty:
    must_be_draft(item.chapter.plan)
    duty = Duty(item=item, position=_next_position(item), text=text, actors=actors)
    duty.save()
    return duty


@action("plan.edit", title="拆分职责")
def split_duty(actor: Actor, duty: Duty, /, *, at: int) -> Duty:
    """Split the duty's text before its character number `at`; the new duty takes what follows, and the measures
    that lie in it. Raises Refused where nothing would be left on one side."""
    must_be_draft(duty.plan)
    first, second = duty.text[:at].strip(), duty.text[at:].strip()
    if not first or not second:
        raise Refused("拆分的位置要在文字中间。", next_step="请把光标放在两件事之间再拆分。")
    _make_room(duty)
    stands = duty.start is not None and duty.plan.text[duty.start : duty.end] == duty.text
    border = (duty.start or 0) + at if stands else None
    new = Duty(item=duty.item, position=duty.position + 1, text=second, actors=duty.actors, start=border, end=duty.end)
    new.save()
    _move([measure for measure in duty.measures.all() if _lies_behind(measure, border, first)], new)
    duty.text, duty.end = first, border if stands else duty.end
    duty.save()
    return new


@action("plan.edit", title="合并职责")
def merge_duty(actor: Actor, duty: Duty, /) -> Duty:
    """Merge the duty with the one after it in the same item. Raises Refused when it is the last one."""
    must_be_draft(duty.plan)
    following = duty.item.duties.filter(position__gt=duty.position, is_dropped=False).order_by("position").first()
    if following is None:
        raise Refused("后面没有可以合并的职责。", next_step="请选择本条中靠前的一项，与它后面的一项合并。")
    _move(following.measures.all(), duty)
    joint = "" if duty.text.endswith(("。", "；", ";", "，")) else "；"
    duty.text = f"{duty.text}{joint}{following.text}"
    duty.end = following.end or duty.end
    duty.actors = "、".join(dict.fromkeys(filter(None, [*duty.actors.split("、"), *following.actors.split("、")])))[
        :300
    ]
    following.delete()
    duty.save()
    return duty


@action("plan.edit", title="不作为任务")
def drop_duty(actor: Actor, duty: Duty, /) -> Duty:
    must_be_draft(duty.plan)
    duty.is_dropped = True
    duty.save()
    return duty


@action("plan.edit", title="恢复为职责")
def restore_duty(actor: Actor, duty: Duty, /) -> Duty:
    must_be_draft(duty.plan)
    duty.is_dropped = False
    duty.save()
    return duty


@action("plan.edit", title="补充量化要求")
def add_measure(actor: Actor, duty: Duty, /, **values: Any) -> Measure:
    """Add a measure by hand; `values` are the columns of Measure that the form offers."""
    must_be_draft(duty.plan)
    last = duty.measures.order_by("-position").first()
    measure = Measure(duty=duty, position=last.position + 1 if last else 1, text=_in_words(values), **values)
    measure.save()
    return measure


@action("plan.edit", title="修改量化要求")
def edit_measure(actor: Actor, measure: Measure, /, **values: Any) -> Measure:
    must_be_draft(measure.duty.plan)
    for name, value in values.items():
        setattr(measure, name, value)
    measure.save()
    return measure


@action("plan.edit", title="删除量化要求")
def drop_measure(actor: Actor, measure: Measure, /) -> Duty:
    must_be_draft(measure.duty.plan)
    duty = measure.duty
    measure.delete()
    return duty


@action("plan.approve", title="审定工作要点")
def approve(actor: Actor, plan: Plan, /) -> Plan:
    """Freeze the plan and let those below see it. Raises Refused when blanks are left or nothing is to be done."""
    must_be_draft(plan)
    duties = Duty.objects.filter(item__chapter__plan=plan, is_dropped=False)
    if not duties.exists():
        raise Refused("还没有一项职责，不能审定。", next_step="请先补充职责，或重新读入全文。")
    blanks = Measure.objects.filter(duty__in=duties, value=None, figure="").count()
    if blanks:
        raise Refused(f"还有 {blanks} 处空白没有填数。", next_step="请补上数字；确实没有数的，请删除这条量化要求。")
    plan.state, plan.approved_on, plan.approved_by = "approved", today(), f"{actor.title} {actor.user}"[:160]
    plan.published_path = plan.organization.path
    plan.save()
    return plan


def _lies_behind(measure: Measure, border: int | None, first: str) -> bool:
    """Whether a measure goes with what stands behind the border: by its place, or, in a text that was edited, because
    its words are not in the first part."""
    if border is not None and measure.start is not None:
        return measure.start >= border
    return measure.text not in first


def _move(measures: Iterable[Measure], duty: Duty) -> None:
    last = duty.measures.order_by("-position").first()
    for position, measure in enumerate(list(measures), last.position + 1 if last else 1):
        measure.duty, measure.position = duty, position
        measure.save()


def _next_position(item: Item) -> int:
    last = item.duties.order_by("-position").first()
    return last.position + 1 if last else 1


def _make_room(duty: Duty) -> None:
    """Move the duties after this one down by one."""
    for later in duty.item.duties.filter(position__gt=duty.position).order_by("-position"):
        later.position += 1
        later.save()


def _in_words(values: dict[str, Any]) -> str:
    value = values.get("value")
    return f"{values.get('subject', '')}{'' if value is None else said(value)}{values.get('unit', '')}"[:200]
