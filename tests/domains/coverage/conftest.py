"""Units of a community, who covers them, and what was found on a walk."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from jingwei.domains.coverage.actions.sightings import analyse, check, collect
from jingwei.foundation.actions import writing
from jingwei.foundation.clock import as_if
from jingwei.foundation.scope.reach import reaching
from jingwei.organizations.models import Area, Location, Unit

DAY = date(2026, 3, 2)
CODE = "91990000MA0000001B"


def done(actor, act, subject, **data):
    """Do an action as the actor, within the actor's reach."""
    with reaching(actor.reach()):
        return act(actor, subject, **data)


def unit_of(organization, name: str = "书店", kind: str = "shop", **columns) -> Unit:
    """A unit, saved."""
    with writing(reason="test"):
        unit = Unit(organization=organization, name=name, kind=kind, **columns)
        unit.save()
    return unit


def area_of(organization, kind: str, name: str, *units, **columns) -> Area:
    """An area with units in it, saved."""
    with writing(reason="test"):
        area = Area(organization=organization, kind=kind, name=name, **columns)
        area.save()
        for unit in units:
            Location(unit=unit, area=area).save()
    return area


@pytest.fixture(autouse=True)
def _day():
    with as_if(datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))):
        yield


@pytest.fixture
def sighting(tree, superior):
    """What the community's secretary found."""
    return done(superior, collect, tree.community, name="巷口修车行", kind="shop", credit_code=CODE, party_members=1)


@pytest.fixture
def checked(sighting, superior, office_town):
    """The same, analysed, and checked by the town."""
    done(superior, analyse, sighting, analysis="有一名党员")
    return done(office_town, check, sighting)
