"""The names of the organizations that a figure counts, or to which what it counts belongs."""

from collections.abc import Sequence
from datetime import date

from jingwei.kernels.figures.declaring import Figure
from jingwei.kernels.figures.selectors.rows import rows_behind
from jingwei.organizations.models import Organization

MOST = 8  # names in one list


def named(
    figure: Figure, here: Organization, cut: str, value: str, months: Sequence[str], *, on: date
) -> tuple[list[str], int]:
    """(names, how many there are in all): at most MOST names, in the order of the tree. Two queries."""
    rows = rows_behind(figure, here, cut=cut, value=value, months=months or None, on=on).order_by()
    to = "" if figure.organization in ("id", "pk") else f"{figure.organization.removesuffix('_id')}__"
    places = rows.values_list(f"{to}path", f"{to}short_name", f"{to}name").distinct()
    found = [short or name for _, short, name in places.order_by(f"{to}path")[: MOST + 1]]
    total = len(found) if len(found) <= MOST else places.count()
    return found[:MOST], total
