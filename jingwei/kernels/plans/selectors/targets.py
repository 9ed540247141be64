"""To whom an organization can give work: whole levels below it, or a chosen set."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from jingwei.foundation.scope.paths import lineage
from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.choices import Level
from jingwei.organizations.models import Organization

from ..models import Clearance
from .clearances import in_force

# Levels that receive work, from above to below, and how all of one are called.
LEVELS = {
    Level.DISTRICT: "所有区（县）",
    Level.STREET: "所有街道",
    Level.TOWN: "所有镇（乡）",
    Level.COMMUNITY: "所有社区（居民区）",
    Level.VILLAGE: "所有村",
    Level.BRANCH: "所有支部",
    Level.DEPARTMENT: "所有部门",
}
GROUPS: dict[str, tuple[str, ...]] = {
    "streets_and_towns": (Level.STREET, Level.TOWN),
    "communities_and_villages": (Level.COMMUNITY, Level.VILLAGE),
    **{str(level): (level,) for level in LEVELS},
}
GROUP_TITLES = {
    "streets_and_towns": "所有街道和镇",
    "communities_and_villages": "所有社区和村",
    **{str(level): title for level, title in LEVELS.items()},
}


def receivers(path: str) -> "QuerySet[Organization]":
    """The organizations below a path that can be given work, in the order of the tree."""
    found = Organization.objects.filter(below("path", path), level__in=LEVELS, revoked_on=None)
    return found.exclude(path=path).order_by("path")


def group_choices(found: Sequence[Organization]) -> list[tuple[str, str]]:
    """(key, words with the number) of the groups that exist below; a group of two levels only where both do."""
    levels = Counter(o.level for o in found)
    return [
        (key, f"{GROUP_TITLES[key]}（{sum(levels[m] for m in members)} 个）")
        for key, members in GROUPS.items()
        if all(levels[m] for m in members)
    ]


def in_group(found: Sequence[Organization], key: str) -> list[Organization]:
    """The organizations of a group."""
    return [o for o in found if o.level in GROUPS.get(key, ())]


def usable_clearances(path: str, *, on: date) -> list[Clearance]:
    """The clearances in force by which somebody standing at a path can address communities below."""
    return list(in_force(on=on).filter(below("area__path", path) | Q(area__path__in=lineage(path))))
