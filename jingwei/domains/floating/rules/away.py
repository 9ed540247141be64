"""Who is a floating member on a day, when a transfer is due instead, when the next contact is. Pure."""

from datetime import date

from jingwei.organizations.rules import months_later
from jingwei.regulations.library import NotInForce, clause, parameter

ABSENCE = parameter("floating.absence_months")
GRADUATE_YEARS = parameter("floating.graduate_retention_years")
ORGANIZATION_FROM = parameter("floating.organization_min_members")
ABROAD_CONTACT = parameter("membership.abroad_contact_months")
STAY = parameter("transfer.stay_months")
DEFINITION = clause("floating.definition")
CONTACT_PERSON = clause("floating.contact_person")
NEARBY = clause("floating.activities_where_they_live")
MONTHS_A_YEAR = 12


def floats_from(since: date, *, on: date) -> date:
    """The first day on which somebody away since `since` is a floating member, by the definition in force on a day:
    since 2024 after six months without the branch's activities, before that by being away alone (LD-01)."""
    try:
        months = int(ABSENCE.at(on).value)
    except NotInForce:
        return since
    return months_later(since, months)


def is_floating(since: date, *, on: date) -> bool:
    """Whether somebody away since `since` is a floating member on a day."""
    return on >= floats_from(since, on=on)


def should_transfer_from(since: date, *, fixed: bool) -> date | None:
    """The day from which somebody who is away at one fixed place ought to be transferred (JY-05); None for who moves
    about."""
    return months_later(since, int(STAY.current.value)) if fixed else None


def should_transfer(since: date, *, fixed: bool, on: date) -> bool:
    """Whether a transfer is to be suggested on a day."""
    day = should_transfer_from(since, fixed=fixed)
    return day is not None and on >= day


def next_contact(last: date) -> date:
    """The last day for the next contact with somebody abroad, after the one on `last` (JY-11)."""
    return months_later(last, int(ABROAD_CONTACT.current.value))


def kept_until(since: date) -> date:
    """The last day until which a graduate's membership is generally kept (JY-12)."""
    return months_later(since, MONTHS_A_YEAR * int(GRADUATE_YEARS.current.value))


def enough_for_an_organization(full_members: int, *, on: date) -> bool:
    """Whether so many full members at one place call for an organization of floating members (LD-04)."""
    return ORGANIZATION_FROM.at(max(on, ORGANIZATION_FROM.history[0].since)).met_by(full_members)
