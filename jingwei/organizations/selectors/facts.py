"""What the page of one organization shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.record.selectors import history_of

from ..choices import Duty
from ..community_kinds import kinds_of_community
from ..models import Change, Organization, Post, Responsibility, Term, Unit
from ..rules import Length, TermStanding, term_length, term_standing
from .rows import above, open_posts, responsibilities, units
from .tree import Node, children, counted, summed

FEW = 50  # subordinates on the page; the tree shows them all
PERMISSIONS = (
    "organization.amend",
    "organization.reorganise",
    "post.appoint",
    "unit.edit",
    "member.see",
    "task.see",
    "health.see",
)


@dataclass(frozen=True)
class TermFacts:
    """The term that runs, how it stands, and how long the rules say that it lasts."""

    term: Term
    standing: TermStanding
    length: Length | None


@dataclass(frozen=True)
class Owned:
    """A responsibility and who holds the post that owns it: "" for nobody, `left` for somebody who no longer does."""

    responsibility: Responsibility
    owner: str
    left: bool


def organization_facts(organization: Organization, actor: Actor, *, on: date) -> dict[str, Any]:
    """The context of organizations/organization.html for this actor."""
    superiors = above(organization.path)
    nodes = counted(children(organization)[: FEW + 1], actor)
    return {
        "organization": organization,
        "superiors": superiors,
        "children": nodes[:FEW],
        "more_children": len(nodes) > FEW,
        "own": own_figures(organization, nodes, actor),
        "posts": posts_of(organization, on=on) if actor.may("post.see", organization.path) else None,
        "term": term_facts(organization, superiors, on=on),
        "units": units_of(organization) if actor.may("unit.see", organization.path) else None,
        "responsibilities": owned(organization, on=on),
        "changes": list(Change.objects.filter(organization=organization).order_by("-on", "-id")),
        "history": history_of(organization),
        "may": {permission: actor.may(permission, organization.path) for permission in PERMISSIONS},
        "may_reshape": actor.may("organization.reorganise", organization.parent_path),
        "advice": kinds_of_community().get(organization.community_kind),
        "on": on,
    }


def own_figures(organization: Organization, nodes: list[Node], actor: Actor) -> Node | None:
    """What is at and below the organization, where all that is directly below is known; None for one that only
    stands above the actor."""
    if len(nodes) > FEW or not actor.may("organization.see", organization.path):
        return None
    return summed(organization, nodes, actor)


def posts_of(organization: Organization, *, on: date) -> list[Post]:
    """The posts held now or soon: the secretary first, then as the list of duties has it."""
    rank = {duty: number for number, duty in enumerate(Duty.values)}
    found = open_posts(on=on).filter(organization=organization)
    return sorted(found, key=lambda post: (rank[post.duty], post.since, post.pk))


def term_facts(organization: Organization, superiors: Sequence[Organization], *, on: date) -> TermFacts | None:
    """The term that runs; None where none is known."""
    term = organization.terms.filter(ended_on=None).order_by("-since").first()
    if term is None:
        return None
    return TermFacts(term, term_standing(term.since, term.years, on=on), length_of(organization, superiors, term.since))


def length_of(organization: Organization, superiors: Sequence[Organization], since: date) -> Length | None:
    """How long the rules say that a term beginning on a day lasts; None where they fix nothing."""
    if not organization.is_elected:
        return None
    level = superiors[-1].level if superiors else ""
    return term_length(organization.level, level, of_committee=organization.is_committee, on=since)


def units_of(organization: Organization) -> list[Unit]:
    """Resident units first."""
    return list(units().filter(organization=organization).order_by("-is_resident", "name"))


def owned(organization: Organization, *, on: date) -> list[Owned]:
    """The responsibilities of an organization with their owners."""
    found = responsibilities().filter(organization=organization).order_by("id")
    return [Owned(one, str(one.owner.user) if one.owner else "", _has_left(one.owner, on)) for one in found]


def _has_left(post: Post | None, on: date) -> bool:
    return post is not None and post.until is not None and post.until <= on
