"""Reads of this room."""

from collections.abc import Mapping, Sequence

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Substr

from jingwei.foundation.scope.paths import lineage
from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.models import Organization

from .models import Member

MANY = 10_000  # counted on a page that people wait for


def members() -> "QuerySet[Member]":
    """The members in reach, branch by branch in the order of the tree."""
    found: QuerySet[Member] = Member.objects.select_related("organization").order_by("organization__path", "id")
    return found


def members_in(organization: Organization) -> "QuerySet[Member]":
    """The members of one organization itself, without those below."""
    return members().filter(organization=organization)


def filtered(*, name: str = "", branch: str = "", at: Organization | None = None) -> "QuerySet[Member]":
    """The members whose name, and the name of whose branch, holds the words; `at`: only there and below."""
    found = members().filter(below("organization__path", at.path)) if at else members()
    if branch:
        found = found.filter(Q(organization__name__icontains=branch) | Q(organization__short_name__icontains=branch))
    return found.filter(name__icontains=name) if name else found


def number_of(found: "QuerySet[Member]") -> int:
    """How many there are; one more than MANY where there are more."""
    return found[: MANY + 1].count()


def members_at(paths: Sequence[str]) -> Mapping[str, int]:
    """How many members there are at and below each path, in one query. The paths come in order."""
    counts = dict.fromkeys(paths, 0)
    groups = (
        Member.objects.filter(Q(organization__path__gte=paths[0]), Q(organization__path__lt=paths[-1]) | _at(paths[-1]))
        .annotate(step=Substr("organization__path", 1, max(len(path) for path in paths)))
        .order_by("step")
        .values_list("step")
        .annotate(number=Count("pk"))
    )
    for step, number in groups:
        for path in lineage(step):
            if path in counts:
                counts[path] += number
    return counts


def _at(path: str) -> Q:
    return below("organization__path", path)
