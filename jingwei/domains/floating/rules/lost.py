"""The clocks of lost contact (JY-08, JY-10). They open a procedure; people decide. No database, no clock."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from jingwei.organizations.rules import months_later
from jingwei.regulations.library import clause, parameter

LOST = parameter("membership.lost_contact_months")
SUSPENDED = parameter("membership.suspended_months")
WAYS = parameter("membership.search_ways")
RESTORATION = clause("membership.restoration")
LEAVING = clause("membership.leaving")


@dataclass(frozen=True)
class Days:
    """What happened, and when; None for what has not."""

    last_contact_on: date
    found_on: date | None = None
    suspended_on: date | None = None
    resolved_on: date | None = None
    removed_on: date | None = None
    restored_on: date | None = None


def stage(days: Days) -> str:
    """How far the matter has come: a value of choices.Stage."""
    order = (
        ("removed", days.removed_on),
        ("restored", days.restored_on),
        ("found", days.found_on if not days.suspended_on else None),
        ("resolved", days.resolved_on),
        ("suspended", days.suspended_on),
    )
    return next((name for name, day in order if day is not None), "searching")


def can_be_suspended_from(last_contact_on: date) -> date:
    """The first day on which the membership of somebody lost since `last_contact_on` can be suspended."""
    return months_later(last_contact_on, int(LOST.current.value))


def can_be_removed_from(suspended_on: date) -> date:
    """The first day on which somebody who stays out of reach can be removed as having left by themselves."""
    return months_later(suspended_on, int(SUSPENDED.current.value))


def due(days: Days, *, on: date) -> str:
    """The procedure that is open on a day: "suspend", "remove", "approve" (the branch has resolved), or ""."""
    now = stage(days)
    if now == "searching" and on >= can_be_suspended_from(days.last_contact_on):
        return "suspend"
    if now == "resolved":
        return "approve"
    if now == "suspended" and days.suspended_on and on >= can_be_removed_from(days.suspended_on):
        return "remove"
    return ""


def searched_enough(ways: Collection[str], *, on: date) -> bool:
    """Whether somebody was looked for in enough different ways (多方查找)."""
    return WAYS.at(max(on, WAYS.history[0].since)).met_by(len(set(ways)))
