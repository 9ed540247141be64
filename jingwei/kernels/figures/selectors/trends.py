"""How a figure of what is there went: as it was known at the end of some days."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import connection

from jingwei.organizations.models import Organization

from ..models import Counted
from .reading import CUT, Reading, Wanted, must_reach, read

Begun = Mapping[str, date]  # figure → the first day of which it is known; nothing for one never counted everywhere

AFTER = """
SELECT c.figure, c.cut, c.value, c.month, p.until, p.amount
FROM figures_cell c JOIN figures_past p ON p.cell_id = c.id
WHERE p.organization_id = %s AND p.until > %s AND ({cuts}) ORDER BY p.until DESC
"""


def trend(organization: Organization, wanted: Sequence[Wanted], days: Sequence[date]) -> dict[date, Reading]:
    """Day → the cuts of an organization as known at its end, in the order of the days. Two queries, however many days.
    Raises PermissionDenied out of reach."""
    must_reach([organization])
    now = read(organization, wanted)
    changes = _changes(organization, wanted, min(days)) if days else []
    found = {}
    for day in sorted(days):
        then = now.copy()
        for one, value, month, until, amount in changes:
            if until > day:  # the latest come first, so that the earliest after the day stays
                then.put(one, value, month, (amount, 0))
        found[day] = then
    return found


def begun() -> Begun:
    """Since when each figure is counted. What happens is counted by its own days, also by those before."""
    return dict(Counted.objects.values_list("figure", "begun_on"))


def is_counted_by(day: date) -> bool:
    """Whether any figure was counted by the end of a day."""
    return Counted.objects.filter(begun_on__lte=day).exists()


def _changes(
    organization: Organization, wanted: Sequence[Wanted], since: date
) -> list[tuple[Wanted, str, str, date, int]]:
    cuts = " OR ".join([CUT] * len(wanted))
    params: list[int | str] = [organization.pk, since.isoformat(), *(word for one in wanted for word in one)]
    with connection.cursor() as cursor:
        cursor.execute(AFTER.format(cuts=cuts), params)
        return [((f, c), v, m, _day(until), amount) for f, c, v, m, until, amount in cursor.fetchall()]


def _day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
