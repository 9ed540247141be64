"""A text becomes a plan."""

from datetime import date
from decimal import Decimal
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.organizations.models import Organization

from ..models import Chapter, Duty, Item, Measure, Plan
from ..reader import ReadChapter, ReadDuty, ReadItem, ReadMeasure, read_plan
from .reviewing import must_be_draft

FIRST_LINE = 60
TOO_LARGE = 10**10


@action("plan.edit", title="读入工作要点")
def read_in(actor: Actor, organization: Organization, /, *, text: str, file_name: str = "") -> Plan:
    """Read `text` (plain text of a document) into a new draft. Raises Refused for a text without content."""
    plan = Plan(organization=organization)
    _read(plan, text, file_name)
    return plan


@action("plan.edit", title="重新读入工作要点")
def read_again(actor: Actor, plan: Plan, /, *, text: str, file_name: str = "") -> Plan:
    """Read another text in the place of the draft's: what was corrected is read anew. Raises Refused as `read_in`,
    and for a revision, whose duties belong to tasks."""
    must_be_draft(plan)
    if plan.revises is not None:
        raise Refused("修订稿里的职责对应着已下达的任务，不能重新读入。", next_step="请逐项修改，或删除这份修订稿。")
    for chapter in plan.chapters.all():
        chapter.delete()
    _read(plan, text, file_name)
    return plan


def _read(plan: Plan, text: str, file_name: str) -> None:
    if not text.strip():
        raise Refused("没有读到文字。", next_step="请粘贴要点全文，或换一个文件。")
    found = read_plan(text)
    plan.title = (found.title or "未命名的工作要点")[:200]
    plan.year = found.year or today().year
    plan.issuer = (found.issuer or "")[:100]
    plan.text, plan.file_name = text, file_name[:200]
    plan.save()
    for position, chapter in enumerate(found.chapters or [_whole(text)], 1):
        _chapter(plan, position, chapter)


def _whole(text: str) -> ReadChapter:
    """A text in which nothing was found, as one item: its duties are added by hand."""
    title = text.strip().splitlines()[0][:FIRST_LINE]
    return ReadChapter(None, "全文", 0, len(text), (ReadItem(None, title, 0, len(text), ()),))


def _chapter(plan: Plan, position: int, found: ReadChapter) -> None:
    chapter = Chapter(plan=plan, position=position, **_heading(found))
    chapter.save()
    for place, item in enumerate(found.items, 1):
        _item(chapter, place, item, plan.year)


def _item(chapter: Chapter, position: int, found: ReadItem, year: int) -> None:
    item = Item(chapter=chapter, position=position, **_heading(found))
    item.save()
    for place, duty in enumerate(found.duties, 1):
        _duty(item, place, duty, year)


def _heading(found: ReadChapter | ReadItem) -> dict[str, Any]:
    return {
        "number": (found.number or "")[:12],
        "title": (found.title or "")[:300],
        "start": found.start,
        "end": found.end,
    }


def _duty(item: Item, position: int, found: ReadDuty, year: int) -> None:
    duty = Duty(
        item=item,
        position=position,
        text=found.text,
        start=found.start,
        end=found.end,
        actors="、".join(found.actors)[:300],
    )
    duty.save()
    for place, measure in enumerate(found.measures, 1):
        Measure(duty=duty, position=place, **measure_values(measure, year)).save()


def measure_values(found: ReadMeasure, year: int) -> dict[str, Any]:
    """The columns of a measure as it was read; a deadline without a year is of the plan's year."""
    value, upper = _number(found.value), _number(found.upper)
    return {
        "text": found.text[:200],
        "start": found.start,
        "end": found.end,
        "subject": (found.subject or "")[:100],
        "value": value,
        "upper": upper if value is None or upper is None or upper >= value else None,
        "unit": (found.unit or "")[:20],
        "comparator": found.comparator,
        "period": found.period or "",
        "per": (found.per or "")[:40],
        "deadline": _day(found.deadline, year),
    }


def _number(value: float | int | None) -> Decimal | None:
    """None, a blank to be filled, also for what no column of ours can hold."""
    return None if value is None or abs(value) >= TOO_LARGE else round(Decimal(str(value)), 4)


def _day(text: str | None, year: int) -> date | None:
    """ "2026-06-30" or "--06-30"; None for what is no day."""
    if not text:
        return None
    try:
        return date.fromisoformat(text.replace("--", f"{year}-", 1) if text.startswith("--") else text)
    except ValueError:
        return None
