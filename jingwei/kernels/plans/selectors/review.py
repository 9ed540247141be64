"""A plan as it is corrected: the text of each item on the left, with its marks, the duties on the right."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from ..models import Chapter, Duty, Item, Measure, Plan
from .plans import outline


class Piece(NamedTuple):
    """A stretch of text; `key` is that of the measure it is, `kind` "on" or, for a blank, "ask"."""

    text: str
    key: str = ""
    kind: str = ""


@dataclass(frozen=True)
class ItemReview:
    """One item: its row, its text in pieces, its duties in order."""

    item: Item
    pieces: list[Piece]
    duties: list[Duty]


@dataclass(frozen=True)
class ChapterReview:
    chapter: Chapter
    items: list[ItemReview]


def review(plan: Plan) -> list[ChapterReview]:
    """The whole plan for the page of review: as many queries as `outline`."""
    return [ChapterReview(chapter, [_item(plan, item) for item in chapter.items.all()]) for chapter in outline(plan)]


def _item(plan: Plan, item: Item) -> ItemReview:
    duties = list(item.duties.all())
    measures = [m for duty in duties for m in duty.measures.all()]
    return ItemReview(item, passage(plan.text, item.start, item.end, measures), duties)


def passage(text: str, start: int, end: int, measures: Iterable[Measure]) -> list[Piece]:
    """The text from `start` to `end` cut at the measures that lie in it."""
    pieces, at = [], start
    placed = [m for m in measures if m.start is not None and m.end is not None and start <= m.start < m.end <= end]
    for measure in sorted(placed, key=lambda m: m.start or 0):
        first, last = measure.start or 0, measure.end or 0
        if first < at:
            continue
        pieces.append(Piece(text[at:first]))
        pieces.append(Piece(text[first:last], f"measure-{measure.pk}", "ask" if measure.value is None else ""))
        at = last
    pieces.append(Piece(text[at:end]))
    return [piece for piece in pieces if piece.text]
