"""Reports, their paragraphs in pieces, and what was changed by hand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Count, F, Q, QuerySet

from jingwei.foundation.scope.vocabulary import below
from jingwei.foundation.ui.addresses import url
from jingwei.kernels.figures.declaring import declared, ratios
from jingwei.organizations.models import Organization

from ..choices import Form
from ..models import Number, Paragraph, Summary
from ..rules.months import in_words, run
from ..rules.renewing import Identity, Renewed, identity

CHANGED = ~Q(edited="") | Q(start=None)


@dataclass(frozen=True)
class Piece:
    """A part of a paragraph: plain words (number None), or a number with what it opens to."""

    text: str
    number: Number | None = None
    href: str = ""
    about: str = ""

    @property
    def is_changed(self) -> bool:
        return self.number is not None and self.number.edited != ""


@dataclass(frozen=True)
class Shown:
    """A paragraph in pieces, and its numbers that a person has taken out."""

    paragraph: Paragraph
    pieces: list[Piece]
    gone: list[Number] = field(default_factory=list)


def reports() -> "QuerySet[Summary]":
    """The reports in reach, the last first, each with how many of its numbers were changed by hand (`changed`)."""
    changed = Count("paragraphs__numbers", filter=~Q(paragraphs__numbers__edited=""))
    found: QuerySet[Summary] = Summary.objects.select_related("organization", "made_by").annotate(changed=changed)
    return found.order_by("-made_on", "-pk")


def reports_at(here: Organization) -> "QuerySet[Summary]":
    """Those at and below an organization."""
    return reports().filter(below("organization__path", here.path))


def paragraphs() -> "QuerySet[Paragraph]":
    """The paragraphs in reach."""
    found: QuerySet[Paragraph] = Paragraph.objects.select_related("summary__organization")
    return found.order_by("summary_id", "line")


def shown(report: Summary) -> list[Shown]:
    """The report as it stands. Two queries."""
    rows = list(Paragraph.objects.filter(summary=report).order_by("line"))
    numbers: dict[int, list[Number]] = {}
    for one in Number.objects.filter(paragraph__summary=report).order_by("paragraph_id", "position"):
        numbers.setdefault(one.paragraph_id, []).append(one)
    return [in_pieces(row, report.organization, numbers.get(row.pk, [])) for row in rows]


def in_pieces(row: Paragraph, here: Organization, numbers: Iterable[Number]) -> Shown:
    """A paragraph with the words between its numbers."""
    numbers = list(numbers)
    standing = sorted((one for one in numbers if one.start is not None), key=lambda one: one.start or 0)
    return Shown(row, list(_pieces(row.text, here, standing)), [one for one in numbers if one.start is None])


def _pieces(text: str, here: Organization, standing: list[Number]) -> Iterator[Piece]:
    at = 0
    for one in standing:
        start = one.start or 0
        if start > at:
            yield Piece(text[at:start])
        at = start + len(one.words)
        yield Piece(text[start:at], one, address(one, here), about(one))
    if text[at:]:
        yield Piece(text[at:])


def numbers_of(paragraph: Paragraph) -> list[Number]:
    """In their order."""
    return list(Number.objects.filter(paragraph=paragraph).order_by("position"))


def address(one: Number, here: Organization) -> str:
    """The list that a number counts; the page of the figure for a ratio and for a comparison; "" where the figure is
    gone."""
    try:
        declared(one.figure)
    except KeyError:
        return ""
    if one.figure in ratios() or one.form in (Form.CHANGE, Form.CHANGE_YEAR):
        return url("dashboards:figure", here.pk, one.figure)
    asked = [(name, value) for name, value in (("cut", one.cut), ("value", one.value)) if one.cut]
    asked += [("month", month) for month in months_of(one)]
    query = f"?{urlencode(asked)}" if asked else ""
    return url("dashboards:rows", here.pk, one.figure) + query


def months_of(one: Number) -> tuple[str, ...]:
    """The months over which it counts; () for what is there."""
    return run(one.first_month, one.last_month) if one.first_month else ()


def about(one: Number) -> str:
    """What a number counts: 党员，其中女，2026年10月."""
    try:
        figure = declared(one.figure)
    except KeyError:
        return "这个指标已经取消"
    parts = [figure.title]
    if one.cut and hasattr(figure, "cut"):
        parts.append(figure.cut(one.cut).words(one.value))
    if one.first_month:
        parts.append(in_words(one.first_month, one.last_month))
    return "，".join(parts)


@dataclass(frozen=True)
class Difference:
    """A number that was changed by hand: what was counted, and what stands there now ("" where it was taken out)."""

    about: str
    counted: str
    now: str
    href: str
    paragraph: Paragraph


def differences(report: Summary) -> list[Difference]:
    """The numbers changed by hand, in the order of the text. One query."""
    rows = Number.objects.filter(CHANGED, paragraph__summary=report).select_related("paragraph")
    return [
        Difference(
            about(one),
            one.shown,
            "" if one.start is None else one.words,
            address(one, report.organization),
            one.paragraph,
        )
        for one in rows.order_by("paragraph__line", "position")
    ]


def rewritten(report: Summary) -> list[Paragraph]:
    """The paragraphs whose words were changed by hand, in the order of the text."""
    rows = Paragraph.objects.filter(summary=report).exclude(text=F("drafted"))
    return list(rows.order_by("line"))


@dataclass(frozen=True)
class Moved:
    """A number that counts otherwise by now: what it was, and what it is ("" where it is new or left out)."""

    about: str
    was: str
    now: str


def moved(report: Summary, fresh: Iterable[Renewed]) -> list[Moved]:
    """Which numbers of the report would have other words, in the order of the text. One query."""
    rows = Number.objects.filter(paragraph__summary=report).order_by("paragraph__line", "position")
    old = {_known(one): one for one in rows}
    new = {identity(number.counted): number.counted for paragraph in fresh for number in paragraph.numbers}
    found = [Moved(about(old[key]), old[key].shown, new[key].words if key in new else "") for key in old]
    found += [Moved(one.meaning.known.title, "", one.words) for key, one in new.items() if key not in old]
    return [one for one in found if one.was != one.now]


def _known(one: Number) -> Identity:
    return (one.figure, one.cut, one.value, one.form, one.first_month, one.last_month)
