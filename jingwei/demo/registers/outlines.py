"""The map of the demo: outlines of a city that is nowhere, and a big screen of one of its districts."""

import json
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import ceil, pi, sin, sqrt
from random import Random
from typing import Any

from jingwei.demo.story.stage import Stage
from jingwei.domains.dashboards.actions import outlines, screens
from jingwei.foundation.access.actor import Actor
from jingwei.organizations.models import Organization

SEED = 2026
# The south-west corner of the city and its size, in degrees: in the open ocean, where there is no land.
CORNER, SIZE = (150.0, 20.0), (0.9, 0.42)
STEP = 0.02  # of the city's width: how far apart the points of a border are
SOURCE = "演示用的虚构边界"
DAYS = 90
Rectangle = tuple[float, float, float, float]  # left, bottom, right, top; the city is the unit square
Point = tuple[float, float]


def schedule(stage: Stage) -> None:
    """The city's office loads the outlines of all areas; a district's makes a screen."""
    city, district = stage.organizations[""], stage.organizations["wangjiang"]
    stage.later(stage.days.of(-45), stage.login("qinyaqin"), lambda actor: _loaded(actor, city, stage.organizations))
    stage.later(stage.days.of(-30), stage.login("guwenbo"), lambda actor: _shown(actor, district))


def _loaded(actor: Actor, city: Organization, organizations: Mapping[str, Organization]) -> None:
    content = json.dumps(drawn(list(organizations.values())))
    outlines.load(actor, city.fresh(), content=content, source=SOURCE)


def _shown(actor: Actor, district: Organization) -> None:
    screens.make(actor, district.fresh(), title=f"{district}基层党建", days=DAYS)


def drawn(organizations: Sequence[Organization]) -> dict[str, Any]:
    """A FeatureCollection with every area among the organizations; those below one fill it exactly."""
    areas = sorted((one for one in organizations if one.is_area), key=lambda one: one.path)
    rectangles: dict[str, Rectangle] = {areas[0].path: (0.0, 0.0, 1.0, 1.0)}
    chance = Random(SEED)
    for area in areas:
        inside = [one.path for one in areas if one.parent_path == area.path]
        rectangles |= zip(inside, divided(rectangles[area.path], len(inside), chance), strict=True)
    features = [
        {
            "type": "Feature",
            "properties": {"name": str(one), "id": str(one.pk)},
            "geometry": {"type": "Polygon", "coordinates": [border(rectangles[one.path])]},
        }
        for one in areas
    ]
    return {"type": "FeatureCollection", "features": features}


def divided(whole: Rectangle, number: int, chance: Random) -> list[Rectangle]:
    """`number` rectangles that fill one, in rows of about as many as there are rows."""
    if not number:
        return []
    left, bottom, right, top = whole
    rows = max(1, round(sqrt(number * (top - bottom) / (right - left) * SIZE[1] / SIZE[0])))
    rows = min(rows, number)
    counts = [ceil((number - row) / rows) for row in range(rows)]
    found, floor = [], bottom
    for count, height in zip(counts, _shares(counts, top - bottom, chance), strict=True):
        x = left
        for width in _shares([1] * count, right - left, chance):
            found.append((x, floor, x + width, floor + height))
            x += width
        floor += height
    return found


def _shares(weights: Sequence[int], whole: float, chance: Random) -> list[float]:
    """A length divided about as the weights are."""
    sizes = [weight * chance.uniform(0.75, 1.25) for weight in weights]
    return [whole * size / sum(sizes) for size in sizes]


def border(rectangle: Rectangle) -> list[Point]:
    """The ring of a rectangle on the bent plane. Neighbours share their border, as both take it from the same lines."""
    left, bottom, right, top = rectangle
    corners = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
    ring = [placed(left, bottom)]
    for start, end in pairwise(corners):
        ring += _side(start, end)
    return ring


def _side(start: Point, end: Point) -> list[Point]:
    """The points of a side after its start, one for each line of a fine grid that it crosses, and its end."""
    along = 0 if start[1] == end[1] else 1
    low, high = sorted((start[along], end[along]))
    between = [n * STEP for n in range(ceil(low / STEP), ceil(high / STEP)) if n * STEP > low]
    if start[along] > end[along]:
        between.reverse()
    points = [(value, start[1]) if along == 0 else (start[0], value) for value in between]
    return [placed(*point) for point in (*points, end)]


def placed(x: float, y: float) -> Point:
    """A point of the unit square on the bent plane: (longitude, latitude)."""
    bent_x = x + 0.03 * sin(2.3 * pi * y + 0.4) + 0.006 * sin(8.1 * y * pi + 2 * x) + 0.005 * sin(23 * y + 31 * x)
    bent_y = y + 0.04 * sin(1.9 * pi * x + 1.1) + 0.009 * sin(7.3 * x * pi + 3 * y) + 0.006 * sin(27 * x - 19 * y)
    return round(CORNER[0] + SIZE[0] * bent_x, 5), round(CORNER[1] + SIZE[1] * bent_y, 5)
