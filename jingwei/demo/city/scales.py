"""How large the invented city is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """Counts: districts of the city, areas (streets and towns) of a district, communities of an area; branches of each;
    members in all."""

    districts: int
    areas: int
    communities: tuple[int, ...]  # of one area and the next, in turn
    units: int  # Party organizations of firms, schools … in an area
    departments: int  # of a district
    members: int
    community_branches: int = 13
    unit_branches: int = 6
    department_branches: int = 10
    residents: int = 20  # units of a community's area in the register of units


SCALES = {
    # 110,000 organizations, 90,000 of them branches
    "city": Scale(12, 15, (16, 17, 17), 40, 60, 2_000_000),
    "district": Scale(1, 15, (16, 17, 17), 40, 60, 167_000),
    "town": Scale(1, 1, (16,), 40, 10, 12_000),
    "20k": Scale(1, 2, (16, 17), 40, 10, 20_000),
    # for tests
    "few": Scale(1, 1, (2,), 2, 1, 300, community_branches=2, unit_branches=2, department_branches=2, residents=3),
}
