"""The check itself: what is amiss at and below an organization."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.models import Organization
from jingwei.organizations.selectors import organizations
from jingwei.organizations.selectors.tree import children

from ..models import Matter
from ..rules import KINDS, Finding, examine
from .facts import facts_below
from .matters import open_matters

MANY = 20_000  # organizations that are examined while one waits
SIZE = 50


@dataclass(frozen=True)
class Found:
    """A finding at an organization, and the open matter that came of it."""

    organization: Organization
    finding: Finding
    matter: Matter | None

    @property
    def key(self) -> str:
        """Its place in the list."""
        return f"{self.organization.pk}-{self.finding.kind}"


def examined(top: Organization, *, on: date) -> list[Found]:
    """Everything amiss at and below `top`, in the order of the tree. Ten queries, however many organizations."""
    matters = {(one.organization_id, one.kind): one for one in open_matters(top)}
    return [
        Found(one, finding, matters.get((one.pk, finding.kind)))
        for one, facts in facts_below(top, on=on)
        for finding in examine(facts, on=on)
    ]


def finding_of(organization: Organization, kind: str, *, on: date) -> Finding | None:
    """What the check finds of one kind at one organization; nothing at one that has been revoked."""
    found = (one for one in examined(organization, on=on) if one.organization.pk == organization.pk)
    return next((one.finding for one in found if one.finding.kind == kind), None)


def too_many(top: Organization) -> bool:
    """Whether there is more below `top` than can be examined at once."""
    return organizations().filter(below("path", top.path))[: MANY + 1].count() > MANY


def health_facts(top: Organization, actor: Actor, *, kind: str, after: str, on: date) -> dict[str, Any]:
    """The context of health/health.html: numbers by kind, then one page of the findings (of one kind)."""
    shown = {"here": top, "on": on, "kind": kind, "kinds": KINDS}
    if too_many(top):
        return {**shown, "parts": list(children(top)), "found": [], "numbers": [], "next": "", "total": 0, "musts": 0}
    found = examined(top, on=on)
    counted = Counter(one.finding.kind for one in found)
    rows, following = page_of([one for one in found if kind in ("", one.finding.kind)], after)
    return {
        **shown,
        "parts": [],
        "numbers": [(key, title, counted[key]) for key, title in KINDS.items() if counted[key]],
        "total": len(found),
        "musts": sum(one.finding.modality == "must" for one in found),
        "found": rows,
        "next": following,
        "may_open": {one.key: may_open(actor, one.organization) for one in rows},
    }


def may_open(actor: Actor, organization: Organization) -> bool:
    """Whether the actor may ask the organization to put something right: from above only."""
    return actor.path != organization.path and actor.may("health.open", organization.path)


def page_of(found: Sequence[Found], after: str) -> tuple[list[Found], str]:
    """One page of the findings that come after the one with that key, and the key of its last one ("" at the end)."""
    keys = [one.key for one in found]
    start = keys.index(after) + 1 if after in keys else 0
    rows = list(found[start : start + SIZE])
    return rows, rows[-1].key if len(found) > start + SIZE else ""
