"""A figure on a day: as it was reported then, as it is known now to have been, and the rows behind the difference."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Model
from django.utils import timezone

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import now
from jingwei.kernels.figures.declaring import Declared, Figure, Index, Was, declared
from jingwei.kernels.figures.listing import list_of
from jingwei.kernels.figures.selectors.reading import read
from jingwei.kernels.figures.selectors.then import compare, true_on
from jingwei.kernels.figures.selectors.undoing import Touch, touches_of
from jingwei.organizations.models import Organization

from . import values
from .details import may_list
from .values import Value

MOST = 500  # rows on one page
MOST_ACTS = 3  # told of one row


@dataclass(frozen=True)
class Both:
    """A figure, ratio or index on a day: `then` as it stood at its end, `now` as it is known now to have been; None
    where nothing is known of days that have passed. `span`: the months that are counted, of what happens."""

    one: Declared
    then: Value
    now: Value | None
    span: str = ""

    @property
    def difference_unit(self) -> str:
        return values.POINTS if self.then.unit == values.PERCENT else self.then.unit

    @property
    def difference(self) -> float | None:
        """What is more now; None where either is not known."""
        if self.now is None or self.now.number is None or self.then.number is None:
            return None
        return round(self.now.number - self.then.number, 1)

    @property
    def words(self) -> str:
        """+2, −1, 0 or —."""
        return "—" if self.difference is None else signed(self.difference, 0 if isinstance(self.one, Figure) else 1)


@dataclass(frozen=True)
class Differing:
    """A row that counts by one and not by the other, or counts otherwise. `by`: what it adds; `acts`: (when, what)
    since the day, newest first; `href`: "" for who may not open it, and for what is gone."""

    name: str
    place: str
    href: str
    by: int
    acts: tuple[tuple[datetime, str], ...]

    @property
    def words(self) -> str:
        return "当时没有算上" if self.by > 0 else "当时算上了，现在不算"

    @property
    def said(self) -> str:
        return signed(self.by)


@dataclass(frozen=True)
class Told:
    """The rows that differ, at most MOST of `number`; `missing`: what of the difference they do not make."""

    rows: tuple[Differing, ...]
    number: int
    missing: int

    @property
    def missing_words(self) -> str:
        return signed(self.missing)


def signed(number: float, places: int = 0) -> str:
    """+2, −1, 0"""
    return f"{number:+,.{places}f}".replace("-", "−") if number else "0"


def parts_of(one: Declared) -> tuple[str, ...]:
    """The keys of what a ratio or an index is made of, each once."""
    if isinstance(one, Figure):
        return ()
    if isinstance(one, Index):
        return tuple(key for key, _ in one.parts)
    return tuple(dict.fromkeys(part.figure for part in (*one.top, *one.bottom)))


def then_and_now(organization: Organization, keys: Sequence[str], day: date) -> dict[str, Both]:
    """Key → both sides, of any figures, ratios and indices, in the order of the keys. Raises PermissionDenied out of
    reach, KeyError for what is not declared."""
    wanted = values.wanted_by(keys)
    then = read(organization, wanted, known_on=day)
    now_known, untold = true_on(organization, wanted, day)
    found = {}
    for key in keys:
        one = declared(key)
        known = untold.isdisjoint(values.wanted_by([key]))
        now_value = values.value_of(one, now_known, day) if known else None
        found[key] = Both(one, values.value_of(one, then, day), now_value, _span(one, day))
    return found


def told(figure: Figure, here: Organization, day: date, both: Both, actor: Actor) -> Told | None:
    """The rows behind a difference; None where they are too many to be told one by one. They are named to who may see
    the list of such rows."""
    moment = end_of(day)
    found = _by_history(figure, here, day, moment) if figure.then else _by_record(figure, here, day, moment)
    if found is None:
        return None
    rows, by = _told(figure, found, may_list(figure, actor, here)), found[0]
    return Told(tuple(rows), len(by), int(both.difference or 0) - sum(by.values()))


def _span(one: Declared, day: date) -> str:
    if not values.happens(one):
        return ""
    first = "1 月至 " if values.by_year(one) and day.month > 1 else ""
    return f"{day.year} 年 {first}{day.month} 月"


def end_of(day: date) -> datetime:
    """The last moment of a day."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time())) - timedelta(microseconds=1)


Found = tuple[Mapping[int, int], Mapping[int, Sequence[Touch]], Mapping[int, Was]]


def _by_history(figure: Figure, here: Organization, day: date, moment: datetime) -> Found | None:
    """Of rows that keep their own history."""
    assert figure.then is not None
    before, after = figure.then(here, day, moment), figure.then(here, day, now())
    if before is None or after is None:
        return None
    by = {row: 1 for row in after if row not in before} | {row: -1 for row in before if row not in after}
    return by, touches_of(figure.model, by, moment), {**before, **after}


def _by_record(figure: Figure, here: Organization, day: date, moment: datetime) -> Found | None:
    """Of all others: what the acts since have changed."""
    found = compare(figure, here, on=day, known_at=moment, months=values.span(figure, day))
    if found is None:
        return None
    rows = dict.fromkeys([*found.now, *found.then])
    by = {row: found.now.get(row, 0) - found.then.get(row, 0) for row in rows}
    return {row: amount for row, amount in by.items() if amount}, found.touches, {}


def _told(figure: Figure, found: Found, may: bool) -> list[Differing]:
    by, touches, names = found
    listed, model = list_of(figure.source), figure.model
    wanted = list(by)[:MOST]
    there: Any = model._default_manager.select_related(*(listed.related if listed else ()))
    rows = there.in_bulk(wanted)
    return [
        Differing(
            *_named(model, rows.get(one), names.get(one), may),
            listed.address(rows[one]) if listed is not None and may and one in rows else "",
            by[one],
            tuple(dict.fromkeys((touch.at, touch.what) for touch in touches.get(one, ())))[:MOST_ACTS],
        )
        for one in wanted
    ]


def _named(model: type[Model], row: Any, was: Was | None, may: bool) -> tuple[str, str]:
    """What a row is called, and where it is or was."""
    kind = str(model._meta.verbose_name)
    if not may:
        return kind, ""
    if was is not None:
        return was.name, was.place
    return (str(row), str(getattr(row, "organization", ""))) if row is not None else (f"{kind}（已删除）", "")
