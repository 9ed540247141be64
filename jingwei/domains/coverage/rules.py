"""Who may check what, how large a team is, which week a day lies in. No database, no clock."""

from datetime import date, timedelta
from fractions import Fraction

from jingwei.regulations.library import clause, parameter

JOINT_MAX = parameter("branch.joint_branch_max_units")
NO_RANKING = clause("formalism.points_ranking")
NO_CHECK_IN = clause("formalism.check_in")


def is_another(collected_by: int, checked_by: int) -> bool:
    """Whether somebody else checks than who collected: four eyes see more than two."""
    return collected_by != checked_by


def fits_a_team(posts: int, fewest: int, most: int) -> bool:
    """Whether so many posts make a team."""
    return fewest <= posts <= most


def monday_of(day: date) -> date:
    """The Monday of the week in which a day lies."""
    return day - timedelta(days=day.weekday())


def percent(part: int, whole: int) -> str:
    """A share in words: 66.7%; — where there is nothing to be a part of."""
    return f"{float(Fraction(part, whole) * 100):.1f}%" if whole else "—"


def likeness(one: str, other: str) -> bool:
    """Whether two names are probably those of one unit: one is contained in the other, blanks aside."""
    short, long = sorted(("".join(one.split()), "".join(other.split())), key=len)
    return bool(short) and short in long
