"""What may stand where in the tree, and how long a term lasts. No database, no clock."""

from dataclasses import dataclass
from datetime import date, timedelta

from jingwei.regulations.library import NotInForce, clause, parameter

TERM_YEARS = parameter("branch.term_years")
VILLAGE_TERM_YEARS = parameter("branch.village_term_years")
COMMITTEE_TERM_YEARS = parameter("branch.party_committee_term_years")
REMINDER_MONTHS = parameter("branch.term_reminder_months")
CLOSING = clause("branch.adjustment_and_closing")

STREETS = frozenset({"street", "town"})
AREAS = STREETS | {"city", "district"}
GRASSROOTS = frozenset({"community", "village"})
# Level → the levels under which it may stand, from above to below.
STANDS_UNDER: dict[str, frozenset[str]] = {
    "city": frozenset(),
    "district": frozenset({"city"}),
    "street": frozenset({"district"}),
    "town": frozenset({"district"}),
    "community": STREETS,
    "village": STREETS,
    "department": AREAS,
    "unit": AREAS | GRASSROOTS | {"department"},
    "branch": AREAS | GRASSROOTS | {"department", "unit"},
    "group": GRASSROOTS | {"unit", "branch"},
}
# Roles that belong to one level; every other role may be held anywhere.
LEVELS_OF_ROLE: dict[str, frozenset[str]] = {
    "office_city": frozenset({"city"}),
    "office_district": frozenset({"district"}),
    "office_town": STREETS,
    "handler": frozenset({"department"}),
}


@dataclass(frozen=True)
class Length:
    """How many years a term lasts, and by which article."""

    years: int
    basis: str


@dataclass(frozen=True)
class TermStanding:
    """When a term is due and how it stands: running, soon (the reminder is due) or over. The superior reminds so many
    months before."""

    due_on: date
    remind_on: date
    state: str
    reminder_months: int
    reminder_basis: str


def may_stand_under(level: str, above: str) -> bool:
    """Whether an organization of a level may stand directly under one of the level `above`."""
    return above in STANDS_UNDER[level]


def may_be_held(role: str, level: str) -> bool:
    """Whether a role can be held in an organization of a level: a branch has no party office of a town."""
    return level in LEVELS_OF_ROLE.get(role, {level})


def same_rank(one: str, other: str) -> bool:
    """Whether two organizations can become one: a street and a town can, a branch and a community cannot."""
    return one == other or {one, other} in (STREETS, GRASSROOTS)


def term_length(level: str, above: str, *, of_committee: bool, on: date) -> Length | None:
    """The length of the term of an elected body that begins on a day; None where no rule of the library fixes one
    (committees of districts and cities, the time before the first rule). `above` is the level of the superior."""
    if level in ("city", "district"):
        return None
    local = level in GRASSROOTS or (level == "branch" and above in GRASSROOTS)
    number = VILLAGE_TERM_YEARS if local else COMMITTEE_TERM_YEARS if of_committee else TERM_YEARS
    try:
        value = number.at(on)
    except NotInForce:
        return None
    return Length(int(value.value), value.basis)


def term_standing(since: date, years: int, *, on: date) -> TermStanding:
    """How a term of so many years stands on a day. It is due on the same day so many years later, and over the day
    after."""
    due_on = months_later(since, 12 * years)
    reminder = REMINDER_MONTHS.at(max(on, REMINDER_MONTHS.history[0].since))
    months = int(reminder.value)
    remind_on = months_later(due_on, -months)
    state = "over" if on > due_on else "soon" if on >= remind_on else "running"
    return TermStanding(due_on, remind_on, state, months, reminder.basis)


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or earlier; the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))
