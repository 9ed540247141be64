"""The rows that others build on."""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Substr

from jingwei.foundation.scope.paths import lineage
from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.models import Organization

from ..models import Award, Fact, Member
from ..rules.beliefs import Beginning, beginning

MANY = 10_000  # counted on a page that people wait for


def ever() -> "QuerySet[Member]":
    """All members in reach, branch by branch in the order of the tree, also those who have left."""
    found: QuerySet[Member] = Member.objects.select_related("organization").order_by("path", "id")
    return found


def members() -> "QuerySet[Member]":
    """The members in reach who have not left, branch by branch in the order of the tree."""
    return ever().filter(left_on=None)


def members_in(organization: Organization) -> "QuerySet[Member]":
    """The members of one organization itself, without those below."""
    return members().filter(organization=organization)


def awards() -> "QuerySet[Award]":
    return Award.objects.select_related("member")


def number_of(found: "QuerySet[Member]") -> int:
    """How many there are; one more than MANY where there are more."""
    return found.order_by()[: MANY + 1].count()


def members_at(paths: Sequence[str]) -> Mapping[str, int]:
    """How many members there are at and below each path, in one query. The paths come in order."""
    counts = dict.fromkeys(paths, 0)
    groups = (
        Member.objects.filter(Q(path__gte=paths[0]), Q(path__lt=paths[-1]) | below("path", paths[-1]), left_on=None)
        .annotate(step=Substr("path", 1, max(len(path) for path in paths)))
        .order_by("step")
        .values_list("step")
        .annotate(number=Count("pk"))
    )
    for step, number in groups:
        for path in lineage(step):
            if path in counts:
                counts[path] += number
    return counts


def beginnings(members: Iterable[Member]) -> dict[tuple[int, str], Beginning]:
    """(number of the member, kind) → since when the value of that kind holds and is believed, for those that ever
    changed; of all others it is `Beginning(None, member.created_at)`. One query, past the reach: what is kept of a
    member must be whole, whoever writes it."""
    born = {member.pk: member.created_at for member in members}
    facts: dict[tuple[int, str], list[Fact]] = {}
    for fact in Fact._base_manager.filter(member_id__in=list(born)):
        facts.setdefault((fact.member_id, fact.kind), []).append(fact)
    return {key: beginning(rows, born[key[0]]) for key, rows in facts.items()}
