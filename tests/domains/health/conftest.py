"""A branch with something amiss, and what the check finds."""

from datetime import date

import pytest

from jingwei.domains.health.selectors.examining import examined
from jingwei.foundation.actions import writing
from jingwei.foundation.scope.reach import reaching
from jingwei.organizations.models import Term
from tests.members.people import registered

DAY = date(2026, 3, 2)


def done(actor, act, subject, **data):
    """Do an action as the actor, within the actor's reach."""
    with reaching(actor.reach()):
        return act(actor, subject, **data)


def found_by(actor, top, *, on=DAY) -> list[tuple[str, str]]:
    """(organization, kind) of all that the actor's check of `top` finds."""
    with reaching(actor.reach()):
        return [(one.organization.short_name, one.finding.kind) for one in examined(top, on=on)]


def elected(organization, *, since=date(2024, 5, 1), years=5) -> Term:
    """A term of the organization."""
    with writing(reason="test"):
        term = Term(organization=organization, number=3, since=since, years=years)
        term.save()
    return term


def in_order(*branches) -> None:
    """Branches without anything amiss but that nobody is their secretary."""
    for branch in branches:
        registered(branch, "陶一", "陶二", "陶三")
        elected(branch)


@pytest.fixture
def town_in_order(tree):
    """The first town, in which only secretaries are missing."""
    in_order(tree.branch, tree.other_branch, tree.at(1, 1, 1, 2, 1), tree.at(1, 1, 1, 2, 2))
    elected(tree.community)
    elected(tree.other_community)
    return tree
