"""Which committees decide about a transfer, by when, and where a membership can go. The tree is known to all here: a
branch names the branch to which its member goes, whether it sees that one or not."""

from datetime import date
from functools import cache

from django.db.models import Q

from jingwei.foundation.access.grants import roles
from jingwei.foundation.calendar.selectors import add_working_days
from jingwei.foundation.scope.paths import lineage
from jingwei.foundation.scope.reach import everywhere
from jingwei.foundation.scope.vocabulary import below
from jingwei.members.rules.homes import HOMES
from jingwei.organizations.choices import PartyType
from jingwei.organizations.models import Organization, Post
from jingwei.organizations.selectors.places import meant
from jingwei.regulations.selectors import local_value

from .. import rules

COMMITTEES = (PartyType.COMMITTEE, PartyType.WORKING_COMMITTEE)
OFFERED = 300


def branches() -> Q:
    """The organizations that hold memberships."""
    return Q(party_type__in=sorted(HOMES), revoked_on=None)


def destinations_called(words: str) -> list[Organization]:
    """The branches that `words` can mean, wherever they stand; a few at most."""
    with everywhere(reason="a branch names the branch to which its member goes"):
        return meant(Organization.objects.filter(branches()).order_by("path"), words)


def destinations_near(path: str) -> list[str]:
    """Names of branches to offer while somebody types: those of the same town and district."""
    top = lineage(path)[min(1, len(lineage(path)) - 1)]
    with everywhere(reason="names of branches are offered to those who move a member"):
        near = Organization.objects.filter(branches(), below("path", top)).order_by("path")
        return list(near.values_list("name", flat=True)[:OFFERED])


def committee_of(branch: Organization) -> Organization | None:
    """The committee that decides for a branch: the nearest one above at which somebody was ever given the right to;
    where none was, the nearest one. None where no committee stands above."""
    with everywhere(reason="which committee decides for a branch follows from the tree, seen or not"):
        found = Organization.objects.filter(path__in=lineage(branch.path)[:-1], revoked_on=None)
        above = list(found.filter(party_type__in=COMMITTEES).order_by("-path"))
    posts = Post.objects.filter(organization__in=above, role__in=deciding_roles())
    able = set(posts.values_list("organization", flat=True))
    return next((one for one in above if one.pk in able), above[0] if above else None)


@cache
def deciding_roles() -> tuple[str, ...]:
    """The roles that hold the right to approve transfers."""
    return tuple(key for key, role in roles().items() if "transfer.approve" in role.permissions)


def step_days(path: str, *, on: date) -> tuple[date, date]:
    """(last day, first day of the warning) of a step that is opened on a day at a place."""
    with everywhere(reason="a step's deadline is that of the place which has to do it"):
        days = int(local_value(rules.STEP_WORKDAYS.key, path, on=on).value)
    warning = min(int(rules.WARNING_WORKDAYS.at(on).value), days)
    return add_working_days(on, days), add_working_days(on, days - warning)
