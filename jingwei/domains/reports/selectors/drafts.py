"""A report as it would be drafted now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from jingwei.foundation.clock import today
from jingwei.kernels.figures.selectors.verifying import as_of
from jingwei.organizations.models import Organization

from ..models import Number, Paragraph, Summary
from ..rules import months
from ..rules.drafting import Counted, Drafted, draft
from ..rules.meaning import Meaning, meaning
from ..rules.notation import read
from ..rules.renewing import Before, Identity, Renewed, Stood, identity, renew
from .counting import Counting
from .known import vocabulary


@dataclass(frozen=True)
class Fresh:
    """What a template makes of the figures now. `counted`: all its numbers, also those left out."""

    title: str
    paragraphs: list[Drafted]
    counted: Mapping[Identity, Counted]
    as_of: datetime


def drafted(here: Organization, source: str, first: str, last: str) -> Fresh:
    """A template filled for an organization and some months. Raises PermissionDenied out of reach, LookupError in words
    for a blank that no figure answers to (any more)."""
    written, on = read(source), today()
    meant = {blank: meaning(blank, vocabulary()) for _, blank in written.blanks()}
    counting = Counting(here, [one for one in meant.values() if one is not None], first, last, on=on)
    found = {blank: _numbers(counting, one) for blank, one in meant.items()}
    title, paragraphs = draft(written, found.__getitem__, plain_words(here, first, last, on=on))
    every = [one for numbers in found.values() for one in numbers or ()]
    return Fresh(title, paragraphs, {identity(one): one for one in every}, as_of())


def _numbers(counting: Counting, meant: Meaning | None) -> list[Counted] | None:
    return None if meant is None else counting.of(meant)


def plain_words(here: Organization, first: str, last: str, *, on: date) -> dict[str, str]:
    """What stands for the blanks that are no numbers."""
    before = months.run_before(first, last)
    day = f"{on.year}年{on.month}月{on.day}日"
    return {
        "单位": str(here),
        "单位全称": here.name,
        "期间": months.in_words(first, last),
        "上期期间": months.in_words(before[0], before[-1]),
        "截止日期": day,
        "成文日期": day,
        "年份": last[:4],
    }


def renewed(report: Summary) -> tuple[Fresh, list[Renewed]]:
    """The report counted again: what it would be. Raises PermissionDenied, LookupError as `drafted`."""
    fresh = drafted(report.organization, report.source, report.first_month, report.last_month)
    return fresh, renew(befores(report), fresh.paragraphs, fresh.counted)


def befores(report: Summary) -> list[Before]:
    """The report as it is, for the rules."""
    numbers: dict[int, list[Stood]] = {}
    for one in Number.objects.filter(paragraph__summary=report).order_by("paragraph_id", "position"):
        numbers.setdefault(one.paragraph_id, []).append(stood(one))
    rows = Paragraph.objects.filter(summary=report).order_by("line")
    return [Before(row.line, row.level, row.drafted, row.text, tuple(numbers.get(row.pk, ()))) for row in rows]


def stood(one: Number) -> Stood:
    known = (one.figure, one.cut, one.value, one.form, one.first_month, one.last_month)
    return Stood(known, one.shown, one.edited, one.start)
