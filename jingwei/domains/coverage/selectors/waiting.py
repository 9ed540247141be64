"""What waits for somebody in this room, for the home page."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.ui.due import Due, to_do

from .sightings import to_check


def waiting_for(actor: Actor, on: date) -> Iterator[Due]:
    """The sightings that the actor may check or register."""
    if number := to_check(actor):
        href = reverse("coverage:sightings") + "?step=analysed"
        yield to_do(f"校核、登记 {number} 条摸排线索", "校核由收集人以外的同志办", href, "去校核")
