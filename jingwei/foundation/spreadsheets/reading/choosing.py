"""Which sheet, and which of its rows is the heading."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..cells.kind import as_typed
from ..columns import Column
from ..headings import Matched, match_headings
from ..process.frames import Offer
from .refusals import refused

_TOP = 20


@dataclass(frozen=True)
class Chosen:
    """Sheet number `sheet`; the heading in row `heading` (from 0; the lower of two), the rows from row `first`."""

    sheet: int
    heading: int
    first: int
    headings: tuple[str, ...]
    matched: Matched


def choose(offers: Sequence[Offer], columns: Sequence[Column], *, title: str = "") -> Chosen:
    """The sheet whose heading fits best, or the one of this title. Raises Unreadable."""
    if not offers:
        raise refused("no_sheet")
    wanted = [(number, offer) for number, offer in enumerate(offers) if not title or offer.title == title]
    if not wanted:
        raise refused("chosen", sheet=title)
    found = [chosen for number, offer in wanted if (chosen := _heading(number, offer, columns))]
    if not found:
        raise refused("no_heading", columns="、".join(column.title for column in columns[:3]))
    most = max(len(chosen.matched.places) for chosen in found)
    best = [chosen for chosen in found if len(chosen.matched.places) == most]
    if len(best) > 1:  # an empty copy of the template beside the filled-in one is no riddle
        best = [chosen for chosen in best if offers[chosen.sheet].height > chosen.first] or best[:1]
    if len(best) > 1:
        raise refused("ambiguous", sheets="、".join(f"“{offers[chosen.sheet].title}”" for chosen in best))
    return _complete(best[0], columns)


def _complete(chosen: Chosen, columns: Sequence[Column]) -> Chosen:
    """The same. Raises Unreadable for a heading that is twice or missing."""
    matched = chosen.matched
    if matched.twice:
        raise refused("twice", columns="、".join(f"“{heading}”" for heading in matched.twice))
    if matched.missing:
        raise refused("missing", columns="、".join(f"“{title}”" for title in matched.missing))
    return chosen


def _heading(number: int, offer: Offer, columns: Sequence[Column]) -> Chosen | None:
    """The first of the best rows; None where no row has two headings, or all that is required."""
    best: Chosen | None = None
    for place, row in enumerate(offer.top[:_TOP]):
        for cells in _readings(offer, place, row):
            matched = match_headings(cells, columns)
            if best is None or len(matched.places) > len(best.matched.places):
                heading = tuple(as_typed(cell).strip() for cell in cells)
                best = Chosen(number, place, _first_below(offer, place), heading, matched)
    enough = min(2, len(columns))
    return best if best and len(best.matched.places) >= enough else None


def _readings(offer: Offer, place: int, row: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    """The row, and the row completed by the one above it: headings of two rows, some of them merged."""
    if not place:
        return [row]
    above = offer.top[place - 1]
    both = [cell if cell != "" else above[i] if i < len(above) else "" for i, cell in enumerate(row)]
    return [row, tuple(both)]


def _first_below(offer: Offer, place: int) -> int:
    """The first row of data: below everything that is merged with the heading."""
    return max((last for begin, _, last, _ in offer.merged if begin <= place <= last), default=place) + 1
