"""Builds the demo locality in one transaction: places, people, and what has happened there."""

from collections.abc import Sequence

from django.db import transaction

from jingwei.demo.places import Place
from jingwei.demo.staff import employ
from jingwei.demo.story.telling import tell
from jingwei.demo.tree import ROOT, plant
from jingwei.foundation.actions import writing
from jingwei.foundation.clock import today
from jingwei.foundation.scope.reach import everywhere
from jingwei.organizations.models import Organization


def is_built() -> bool:
    """Whether this installation holds an organization already, of the demo or of somebody's own."""
    with everywhere(reason="the demo asks whether there is anything yet"):
        return bool(Organization.objects.filter(path=ROOT).exists())


def build(places: Sequence[Place]) -> None:
    """Plant the places, employ the people, tell the story up to this day. All of it or nothing."""
    on = today()
    with transaction.atomic(), everywhere(reason="the demo is built before anybody is there to act"):
        with writing(reason="the demo's starting stock"):
            organizations = plant(places, on=on)
            employ(places, organizations, on=on)
        tell(places, organizations, on=on)
