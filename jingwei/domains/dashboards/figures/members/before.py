"""Which members counted on a day, as was known at a moment: told by the roster, which keeps both times."""

from collections.abc import Mapping
from datetime import date, datetime

from jingwei.kernels.figures.declaring import Was
from jingwei.members.selectors.roster import Line, roster
from jingwei.organizations.models import Organization


def all_then(organization: Organization, day: date, known_at: datetime) -> Mapping[int, Was] | None:
    """All members; None where there are more than a roster holds."""
    lines = _lines(organization, day, known_at)
    return None if lines is None else {line.pk: Was(line.name, line.branch) for line in lines}


def probationary_then(organization: Organization, day: date, known_at: datetime) -> Mapping[int, Was] | None:
    """Those who were not full members yet."""
    lines = _lines(organization, day, known_at)
    return None if lines is None else {line.pk: Was(line.name, line.branch) for line in lines if not line.full}


def _lines(organization: Organization, day: date, known_at: datetime) -> list[Line] | None:
    found = roster(organization, true_on=day, known_on=known_at)
    return found.lines if found.whole else None
