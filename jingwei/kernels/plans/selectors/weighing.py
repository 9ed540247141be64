"""What one more clearance would weigh on the communities that it is for, beside all that they are asked already."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects

from jingwei.foundation.scope.paths import is_within
from jingwei.foundation.scope.reach import everywhere
from jingwei.organizations.models import Organization

from ..models import Clearance
from ..rules.burden import load, monthly_minutes
from ..rules.periods import last_day
from .burden import asks_of, communities, ledger
from .clearances import bears, clearances, in_force_between, overlaps
from .quotas import quotas


@dataclass(frozen=True)
class Heaviest:
    """The community that would be furthest beyond its quota (or nearest to it), in which month."""

    community: str
    minutes: int
    quota: int
    year: int
    month: int

    @property
    def beyond(self) -> int:
        return self.minutes - self.quota


def heaviest_with(clearance: Clearance, *, on: date) -> Heaviest | None:
    """Who would bear most, were this clearance granted, in any month from `on` to its end. None where it is for
    nobody."""
    first = max(on, clearance.starts_on)
    with everywhere(reason="what weighs on a community counts, whoever asked for it"):
        others = in_force_between(first.replace(day=1), clearance.until).exclude(pk=clearance.pk)
        asked = [*others, clearance]
        prefetch_related_objects(asked, "fields")  # asked of again for every community and month
        reached = [c for c in communities(clearance.area.path) if bears(c, clearance)]
        quota = quotas(on=on)
    spans = months(first, max(first, clearance.until))
    found = (_in_month(community, asked, quota(community.path), *span) for span in spans for community in reached)
    return max(found, key=lambda one: one.beyond, default=None)


def months(first: date, last: date) -> Iterator[tuple[int, int]]:
    """(year, month) of every month from one day to another."""
    count = (last.year - first.year) * 12 + last.month - first.month
    for step in range(count + 1):
        year, month = divmod(first.year * 12 + first.month - 1 + step, 12)
        yield year, month + 1


def _in_month(community: Organization, asked: Sequence[Clearance], quota: int, year: int, month: int) -> Heaviest:
    first, last = date(year, month, 1), last_day(year, month)
    running = [c for c in asked if c.starts_on <= last and c.until >= first]
    return Heaviest(str(community), load(asks_of(community, running)).minutes, quota, year, month)


def weight_of(clearance: Clearance, *, on: date) -> dict[str, Any]:
    """The context of a clearance's page: minutes a month by itself, who bears most with it, and what else those
    communities are asked for that month; `linked` are those of them that the reader may open."""
    day = max(on, clearance.starts_on)
    with everywhere(reason="who asks sees what the same communities are asked for already"):
        running = in_force_between(day.replace(day=1), last_day(day.year, day.month)).exclude(pk=clearance.pk)
        others = [c for c in running if overlaps(c, clearance)]
    return {
        "own_minutes": monthly_minutes(clearance.minutes, clearance.period),
        "heaviest": heaviest_with(clearance, on=day),
        "others": others,
        "linked": linked(others),
    }


def linked(found: Sequence[Clearance]) -> set[int]:
    """The primary keys of those that the reader may open."""
    return set(clearances().filter(pk__in=[c.pk for c in found]).order_by().values_list("pk", flat=True))


@dataclass(frozen=True)
class Month:
    """What the communities of an area bear in a month, in minutes; `count` communities, `over` beyond their quota."""

    heaviest: int
    quota: int
    average: int
    count: int
    over: int


def month_at(path: str, *, on: date) -> Month | None:
    """The burden in the month of `on` at or below a path; None where there are no communities."""
    rows = ledger(on.year, on.month, path)
    if not rows:
        return None
    most = max(rows, key=lambda row: row.load.minutes - row.quota)
    average = round(sum(row.load.minutes for row in rows) / len(rows))
    return Month(most.load.minutes, most.quota, average, len(rows), sum(row.is_over for row in rows))


def asked_in_area(area: Organization | None, *, on: date) -> dict[str, Any]:
    """For who designs a form: the burden of this month in an area, and what is asked there already."""
    if area is None:
        return {"month": None, "others": [], "linked": set()}
    with everywhere(reason="who asks sees what the same communities are asked for already"):
        month = month_at(area.path, on=on)
        running = in_force_between(on.replace(day=1), last_day(on.year, on.month))
        others = [c for c in running if _touches(c, area)]
    return {"month": month, "others": others, "linked": linked(others)}


def _touches(clearance: Clearance, area: Organization) -> bool:
    return is_within(clearance.area.path, area.path) or is_within(area.path, clearance.area.path)
