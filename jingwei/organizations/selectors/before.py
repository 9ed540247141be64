"""The tree as it was on a day, told from the history: who stood under whom, and under which name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from jingwei.foundation.scope.paths import SEGMENT, is_within
from jingwei.foundation.scope.reach import everywhere
from jingwei.foundation.scope.vocabulary import below

from ..choices import ChangeKind
from ..models import Change, Organization
from .moves import all_moves

MOST = 2000  # organizations shown of one day


@dataclass
class Former:
    """An organization on the day: the name that it had, and those directly below it."""

    organization: Organization
    name: str
    children: list["Former"]

    @property
    def count(self) -> int:
        """It and all below it."""
        return 1 + sum(child.count for child in self.children)


def tree_on(top: Organization, day: date) -> Former | None:
    """What stood at and below `top` on a day, also what has gone elsewhere since; None where `top` itself did not
    stand then, or where that is more than one page holds."""
    moves = all_moves()
    places, rows = moves.places_on(day), _candidates(top, moves.paths)
    if len(rows) > MOST or not stood_on(top, day):
        return None
    rows = [one for one in rows if stood_on(one, day)]
    names, by_path = _names_on(rows, day), {one.path: one for one in rows}
    nodes = {one.pk: Former(one, names.get(one.pk, one.name), []) for one in rows}
    stood = {one.pk: places.get(one.pk, (one.parent_path, one.path[-SEGMENT:])) for one in rows}
    for one in sorted(rows, key=lambda one: stood[one.pk][1]):
        above = by_path.get(stood[one.pk][0])
        if above is not None and one.pk != top.pk:
            nodes[above.pk].children.append(nodes[one.pk])
    return nodes[top.pk]


def stood_on(organization: Organization, day: date) -> bool:
    """Whether it had been established and not yet revoked: on the day of its end it is gone."""
    began = organization.established_on <= day
    return began and (organization.revoked_on is None or day < organization.revoked_on)


def _candidates(top: Organization, moved: Iterable[str]) -> list[Organization]:
    """What is at and below `top` today, and whatever once moved, with all below it."""
    gone = Q()
    for path in moved:
        if not is_within(path, top.path):
            gone |= below("path", path)
    with everywhere(reason="what stood below on an earlier day may stand elsewhere now"):
        return list(Organization.objects.filter(below("path", top.path) | gone).order_by("path")[: MOST + 1])


def _names_on(rows: Sequence[Organization], day: date) -> dict[int, str]:
    """The name that each had on the day: the one before the first change of name after it."""
    with everywhere(reason="what stood below on an earlier day may stand elsewhere now"):
        found = Change.objects.filter(
            kind=ChangeKind.RENAME, on__gt=day, organization__in=[one.pk for one in rows]
        ).order_by("-on", "-id")
        return {change.organization_id: change.former_name for change in found if change.former_name}
