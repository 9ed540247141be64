"""Filling in the calendar. It is one for the whole installation, so only who stands at its root may."""

from dataclasses import dataclass
from datetime import date

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.scope.paths import lineage

from .models import CalendarDay


@dataclass(frozen=True)
class Calendar:
    """The calendar as the subject of an action; `root` is the path of the tree's root."""

    root: str

    def place(self) -> str:
        return self.root

    def __str__(self) -> str:
        return "工作日历"


def calendar_of(actor: Actor) -> Calendar:
    """The calendar of the tree in which the actor stands."""
    return Calendar(lineage(actor.path)[0])


@action("calendar.fill", title="登记工作日历")
def fill_day(actor: Actor, calendar: Calendar, /, *, day: date, is_working: bool, note: str = "") -> CalendarDay:
    """Say that a day is worked or free, whatever was said before."""
    filled, _ = CalendarDay.objects.update_or_create({"is_working": is_working, "note": note}, day=day)
    return filled


@action("calendar.fill", title="清除工作日历登记")
def clear_day(actor: Actor, calendar: Calendar, /, *, day: date) -> None:
    """Take back what was filled in for a day: the published holidays hold again."""
    CalendarDay.objects.filter(day=day).delete()
