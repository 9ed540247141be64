"""The map of the demo: areas of nowhere that fill one another exactly, and a screen."""

from itertools import pairwise

import pytest

from jingwei.demo.registers.outlines import CORNER, SIZE, border, divided
from jingwei.domains.dashboards.models import Outline, Screen
from jingwei.domains.dashboards.selectors.maps import has_map
from jingwei.foundation.scope.reach import everywhere
from jingwei.organizations.models import Organization


class Chance:
    """Always the middle."""

    def uniform(self, low: float, high: float) -> float:
        return (low + high) / 2


def area(ring) -> float:
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2


@pytest.mark.parametrize("number", [1, 2, 5, 12])
def test_areas_fill_the_whole_without_overlapping(number):
    whole = (0.0, 0.0, 1.0, 1.0)
    parts = divided(whole, number, Chance())
    assert len(parts) == number
    assert sum(area(border(part)) for part in parts) == pytest.approx(area(border(whole)), rel=1e-3)


def test_neighbours_share_the_points_of_their_border():
    left, right = divided((0.0, 0.0, 1.0, 1.0), 2, Chance())
    shared = set(border(left)) & set(border(right))
    assert len(shared) >= 10


def test_the_city_lies_in_the_open_ocean():
    longitudes, latitudes = zip(*border((0.0, 0.0, 1.0, 1.0)), strict=True)
    assert 149 < min(longitudes) < CORNER[0] + SIZE[0] < max(longitudes) + 0.1 < 152
    assert 19 < min(latitudes) < max(latitudes) < 21


@pytest.mark.slow
@pytest.mark.django_db
def test_every_area_of_the_demo_has_an_outline_and_a_district_a_screen(built):
    with everywhere(reason="test"):
        areas = [one for one in Organization.objects.all() if one.is_area]
        assert Outline.objects.count() == len(areas)
        assert [has_map(one) for one in areas if one.level == "city"] == [True]
        assert [str(screen) for screen in Screen.objects.all()] == ["望江区基层党建"]
