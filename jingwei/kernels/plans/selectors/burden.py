"""The burden ledger (负担账本): what each community is asked for in a month, and by whom."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.choices import GRASSROOTS
from jingwei.organizations.models import Organization

from ..models import Clearance
from ..rules.burden import Ask, Load, by_asker, load, monthly_minutes
from ..rules.periods import last_day
from .clearances import bears, in_force_between
from .quotas import QUOTA, quotas


def communities(path: str = "") -> "QuerySet[Organization]":
    """The communities and villages in reach at or below a path."""
    return Organization.objects.filter(below("path", path), level__in=GRASSROOTS, revoked_on=None).order_by("path")


def asked_in_month(year: int, month: int) -> list[Clearance]:
    """The clearances in force on any day of a month."""
    return list(in_force_between(date(year, month, 1), last_day(year, month)))


def asks_of(community: Organization, asked: Sequence[Clearance]) -> list[Ask]:
    """What of `asked` one community bears."""
    return [as_ask(c) for c in asked if bears(community, c)]


def as_ask(clearance: Clearance) -> Ask:
    return Ask(
        by=str(clearance.organization),
        minutes=clearance.minutes,
        period=clearance.period,
        forms=clearance.forms,
        fields=tuple(field.label for field in clearance.fields.all()),
    )


@dataclass(frozen=True)
class Borne:
    """A community with its load in a month and its quota; `reasons` why more than the quota was granted."""

    community: Organization
    load: Load
    quota: int
    reasons: tuple[str, ...] = ()

    @property
    def is_over(self) -> bool:
        return self.load.minutes > self.quota


def ledger(year: int, month: int, path: str = "") -> list[Borne]:
    """Each community in reach at or below a path with its load in a month."""
    asked, quota = asked_in_month(year, month), quotas(on=last_day(year, month))
    return [_borne(community, asked, quota(community.path)) for community in communities(path)]


def _borne(community: Organization, asked: Sequence[Clearance], quota: int) -> Borne:
    own = [c for c in asked if bears(community, c)]
    found = load([as_ask(c) for c in own])
    reasons = tuple(c.over_quota_reason for c in own if c.over_quota_reason) if found.minutes > quota else ()
    return Borne(community, found, quota, reasons)


def overview(year: int, month: int) -> dict[str, Any]:
    """The context of the ledger: each community with its load, the heaviest first; who asks how much; the average."""
    asked, rows = asked_in_month(year, month), ledger(year, month)
    askers: Counter[str] = Counter()
    for row in rows:
        askers.update(by_asker(asks_of(row.community, asked)))
    return {
        "rows": sorted(rows, key=lambda row: -row.load.minutes),
        "over": sum(row.is_over for row in rows),
        "askers": askers.most_common(),
        "clearances": asked,
        "quota_key": QUOTA.key,
        "average": round(sum(row.load.minutes for row in rows) / len(rows)) if rows else 0,
    }


def of_community(community: Organization, year: int, month: int) -> dict[str, Any]:
    """The context of one community's page: what it bears in a month, and the fields it is asked for twice."""
    asked = asked_in_month(year, month)
    borne = _borne(community, asked, quotas(on=last_day(year, month))(community.path))
    own = [c for c in asked if bears(community, c)]
    return {"borne": borne, "clearances": [(c, monthly_minutes(c.minutes, c.period)) for c in own]}
