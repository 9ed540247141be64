"""Where an organization can go, found by what a person types."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.scope.vocabulary import below

from ..choices import Level
from ..models import Organization
from ..rules import may_stand_under, same_rank
from .rows import organizations

OFFERED = 300  # names offered while somebody types
FOUND = 5  # names told when what was typed fits several
LONGEST_NUMBER = 19


def superiors_for(organization: Organization, actor: Actor) -> "QuerySet[Organization]":
    """The organizations under which it can be put."""
    levels = [level for level in Level.values if may_stand_under(organization.level, level)]
    return _others(organization, actor, levels)


def peers_of(organization: Organization, actor: Actor) -> "QuerySet[Organization]":
    """The organizations with which it can merge."""
    return _others(organization, actor, [level for level in Level.values if same_rank(organization.level, level)])


def homes_for(organization: Organization, actor: Actor) -> "QuerySet[Organization]":
    """The branches to which its members can go."""
    return _others(organization, actor, [Level.BRANCH])


def party_organizations(actor: Actor) -> "QuerySet[Organization]":
    """The Party organizations that a unit of the area can have."""
    return organizations().filter(below("path", actor.path)).exclude(party_type="")


def _others(organization: Organization, actor: Actor, levels: Collection[str]) -> "QuerySet[Organization]":
    """Those of some levels in the actor's part of the tree, without the organization itself and what is below it."""
    found = organizations().filter(below("path", actor.path), level__in=levels)
    return found.exclude(below("path", organization.path))


def offered(places: "QuerySet[Organization]") -> list[str]:
    """Names to offer while somebody types."""
    return list(places.values_list("name", flat=True)[:OFFERED])


def meant(places: "QuerySet[Organization]", words: str) -> list[Organization]:
    """The organizations that `words` can mean: the one of that number or of exactly that name if there is one, else
    those whose name holds the words; a few at most."""
    if words.isdecimal() and len(words) < LONGEST_NUMBER:
        return list(places.filter(pk=int(words)))
    exact = list(places.filter(Q(name=words) | Q(short_name=words))[:FOUND])
    return exact or list(places.filter(Q(name__icontains=words) | Q(short_name__icontains=words))[:FOUND])
