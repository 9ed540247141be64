"""Roll-ups as they are read: the cells of a cut and the number of an organization, one short look into an index each.

The statements are written by hand: a figure is read on every page, and composing them would take longer than the
database.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.core.exceptions import PermissionDenied
from django.db import connection

from jingwei.foundation.scope.paths import is_within
from jingwei.foundation.scope.reach import current_reach
from jingwei.organizations.models import Organization

from ..declaring import WHOLE, Part, Ratio

# The cells first (SQLite keeps to the order of a cross join): an organization has thousands, and few are asked for.
READ = """
SELECT r.organization_id, c.figure, c.cut, c.value, c.month, r.amount, r.own
FROM figures_cell c CROSS JOIN figures_rollup r
WHERE r.cell_id = c.id AND r.organization_id IN ({places}) AND ({cuts})
"""
WAS = """
SELECT p.organization_id, c.figure, c.cut, c.value, c.month, p.amount, 0
FROM figures_cell c CROSS JOIN figures_past p
WHERE p.cell_id = c.id AND p.organization_id IN ({places}) AND ({cuts}) AND p.until = (
    SELECT min(q.until) FROM figures_past q
    WHERE q.organization_id = p.organization_id AND q.cell_id = p.cell_id AND q.until > %s)
"""
CUT = "(c.figure = %s AND c.cut = %s)"
Wanted = tuple[str, str]  # figure, cut (WHOLE for the whole)
Months = Sequence[str] | None


@dataclass(frozen=True)
class Share:
    """So much of so much; `value` is a percentage for a share, else so many for each one below the line; None where
    there is nothing below it."""

    top: int
    bottom: int
    unit: str = "%"

    @property
    def value(self) -> float | None:
        if not self.bottom:
            return None
        return self.top / self.bottom * (100 if self.unit == "%" else 1)


class Reading:
    """The cells of one organization that were asked for. What is not there is 0."""

    __slots__ = ("_cells",)

    def __init__(self) -> None:
        self._cells: dict[Wanted, dict[tuple[str, str], tuple[int, int]]] = {}

    def put(self, wanted: Wanted, value: str, month: str, amounts: tuple[int, int]) -> None:
        cells = self._cells.get(wanted)
        if cells is None:
            cells = self._cells[wanted] = {}
        cells[value, month] = amounts

    def copy(self) -> "Reading":
        """Another that may be written to."""
        other = Reading()
        other._cells = {wanted: dict(cells) for wanted, cells in self._cells.items()}
        return other

    def amount(self, figure: str, cut: str = WHOLE, value: str = "", *, months: Months = None) -> int:
        """The organization and all below it; in these months, where the figure counts what happens (all months
        together without)."""
        return self._sum(figure, cut, value, months, 0)

    def own(self, figure: str, cut: str = WHOLE, value: str = "", *, months: Months = None) -> int:
        """The organization itself, without those below."""
        return self._sum(figure, cut, value, months, 1)

    def _sum(self, figure: str, cut: str, value: str, months: Months, side: int) -> int:
        cells = self._cells.get((figure, cut), {})
        return sum(
            amounts[side]
            for (one, month), amounts in cells.items()
            if one == value and (months is None or month in months)
        )

    def cut(self, figure: str, cut: str, *, months: Months = None) -> dict[str, int]:
        """Value → amount, in the order of the values."""
        found: dict[str, int] = {}
        for (value, month), (amount, _) in sorted(self._cells.get((figure, cut), {}).items()):
            if months is None or month in months:
                found[value] = found.get(value, 0) + amount
        return found

    def months(self, figure: str, cut: str = WHOLE, value: str = "") -> dict[str, int]:
        """Month → amount, of a figure that counts what happens."""
        cells = sorted(self._cells.get((figure, cut), {}).items())
        return {month: amount for (one, month), (amount, _) in cells if one == value}

    def parts(self, parts: Iterable[Part], *, months: Months = None) -> int:
        """The parts together."""
        return sum(self.amount(part.figure, part.cut, part.value, months=months) for part in parts)

    def ratio(self, ratio: Ratio, *, months: Months = None) -> Share:
        """What is above and what is below the line."""
        return Share(self.parts(ratio.top, months=months), self.parts(ratio.bottom, months=months), ratio.unit)


def read(organization: Organization, wanted: Sequence[Wanted], *, known_on: date | None = None) -> Reading:
    """These cuts of one organization and all below it; `known_on`: as they stood at the end of a day. One query, two
    for a day that has passed. Raises PermissionDenied out of reach."""
    return table([organization], wanted, known_on=known_on)[organization.pk]


def table(
    organizations: Sequence[Organization], wanted: Sequence[Wanted], *, known_on: date | None = None
) -> Mapping[int, Reading]:
    """The same of several organizations, by their numbers."""
    must_reach(organizations)
    found = {one.pk: Reading() for one in organizations}
    _fill(found, READ, wanted, ())
    if known_on is not None:
        _fill(found, WAS, wanted, (known_on.isoformat(),))
    return found


def _fill(found: Mapping[int, Reading], statement: str, wanted: Sequence[Wanted], more: tuple[str, ...]) -> None:
    if not found or not wanted:
        return
    params: list[int | str] = [*found, *(word for one in wanted for word in one), *more]
    with connection.cursor() as cursor:
        cursor.execute(_written(statement, len(found), len(wanted)), params)
        for organization, figure, cut, value, month, amount, own in cursor.fetchall():
            found[organization].put((figure, cut), value, month, (amount, own))


@lru_cache(1000)
def _written(statement: str, places: int, cuts: int) -> str:
    return statement.format(places=", ".join(["%s"] * places), cuts=" OR ".join([CUT] * cuts))


def must_reach(organizations: Iterable[Organization]) -> None:
    """Raises PermissionDenied for an organization out of reach: those above are seen by name only."""
    reach = current_reach()
    for one in () if reach.unbounded else organizations:
        if not any(is_within(one.path, top) for top in reach.subtrees):
            raise PermissionDenied(f"the figures of {one.path}")
