"""The tree as it is shown: whole where it is small, one level at a time where it is large."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Substr

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.scope.paths import is_within
from jingwei.foundation.scope.vocabulary import below

from ..choices import BRANCHES, KINDS_OF
from ..followers import tallied
from ..models import Organization
from .rows import organizations

WHOLE = 300  # organizations that fit on one page
CHEAP = 20_000  # organizations among which counting is done while one waits


@dataclass
class Node:
    """An organization in the tree: `branches` and `below` count what is under it, `tallies` are further counts in
    words. `children` are shown under it; a node with `below` but without children is opened on a page of its own."""

    organization: Organization
    children: list["Node"] = field(default_factory=list)
    branches: int = 0
    below: int = 0
    tallies: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """镇（乡） · 43 个支部 · 1,204 名党员. The level of a branch or a group is told by its kind already."""
        level = [] if self.organization.level in KINDS_OF else [str(self.organization.get_level_display())]
        branches = [f"{self.branches:,} 个支部"] if self.branches else []
        return " · ".join([*level, *branches, *self.tallies])


def whole(top: Organization, actor: Actor) -> Node | None:
    """Everything at and below `top`; None where that is more than fits on a page. Two queries."""
    rows = list(organizations().filter(below("path", top.path))[: WHOLE + 1])
    return None if len(rows) > WHOLE else grown(rows, actor)


def grown(rows: Sequence[Organization], actor: Actor) -> Node:
    """One tree of the rows, which come in the order of the tree; the first one is its top."""
    counts = tallied([row.path for row in rows], actor)
    standing: list[Node] = []
    for row in rows:
        node = Node(row, tallies=counts[row.path])
        while standing and not is_within(row.path, standing[-1].organization.path):
            standing.pop()
        if standing:
            standing[-1].children.append(node)
        for superior in standing:
            superior.below += 1
            superior.branches += row.party_type in BRANCHES
        standing.append(node)
    return standing[0]


def children(top: Organization) -> "QuerySet[Organization]":
    """The organizations directly below one."""
    return organizations().filter(path__above=top.path)


def counted(rows: Iterable[Organization], actor: Actor) -> list[Node]:
    """The rows, which are all of one level, with what is below each. Two queries; of a very large part of the tree
    only organizations are counted."""
    rows = list(rows)
    if not rows:
        return []
    first, last, length = rows[0].path, rows[-1].path, len(rows[0].path)
    groups = (
        Organization.objects.filter(Q(path__gte=first, path__lt=last) | below("path", last), revoked_on=None)
        .annotate(step=Substr("path", 1, length))
        .exclude(path=F("step"))
        .order_by("step")
        .values("step")
        .annotate(below=Count("pk"), branches=Count("pk", filter=Q(party_type__in=BRANCHES)))
    )
    found = {group["step"]: group for group in groups}
    cheap = sum(group["below"] for group in found.values()) <= CHEAP
    counts = tallied([row.path for row in rows], actor) if cheap else {}
    return [
        Node(row, [], group.get("branches", 0), group.get("below", 0), counts.get(row.path, []))
        for row in rows
        for group in [found.get(row.path, {})]
    ]


def summed(top: Organization, nodes: Sequence[Node], actor: Actor) -> Node:
    """`top` with what is below it, from the counts of all that is directly below. One query."""
    below = sum(node.below + 1 for node in nodes)
    branches = sum(node.branches + (node.organization.party_type in BRANCHES) for node in nodes)
    return Node(top, [], branches, below, tallied([top.path], actor)[top.path] if below <= CHEAP else [])


def search(words: str) -> "QuerySet[Organization]":
    """The organizations in reach whose name holds the words."""
    return organizations().filter(Q(name__icontains=words) | Q(short_name__icontains=words))


def with_superiors(rows: Iterable[Organization]) -> list[tuple[Organization, Organization | None]]:
    """Each organization with the one above it, in one query."""
    rows = list(rows)
    superiors = {one.path: one for one in Organization.objects.filter(path__in={row.parent_path for row in rows})}
    return [(row, superiors.get(row.parent_path)) for row in rows]
