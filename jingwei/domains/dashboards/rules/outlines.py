"""Outlines of areas as GeoJSON: what is accepted, and how it is made smaller."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

MOST_BYTES = 5 * 1024 * 1024
MOST_SHAPES = 500
MOST_POINTS = 20_000  # of all shapes together: about 400 kB, which a page still loads at once
DECIMALS = 5  # about a metre
LEAST_IN_RING = 4  # three corners, and the first one again
Point = tuple[float, float]
Ring = list[Point]
Polygon = list[Ring]


class BadOutlines(ValueError):
    """The file or a shape of it cannot be taken. The text is for the person who chose it."""


@dataclass(frozen=True)
class Shape:
    """One area of a file: its place in it (from 1), what it is called, the number that it gives ("" for none), and its
    polygons, each a list of rings of (longitude, latitude)."""

    number: int
    name: str
    key: str
    polygons: list[Polygon]

    @property
    def words(self) -> str:
        """How the shape is told to a person."""
        return self.name or f"第 {self.number} 个图形"

    @property
    def geometry(self) -> dict[str, Any]:
        """As GeoJSON."""
        if len(self.polygons) == 1:
            return {"type": "Polygon", "coordinates": self.polygons[0]}
        return {"type": "MultiPolygon", "coordinates": self.polygons}


def shapes_of(content: bytes) -> list[Shape]:
    """The shapes of a file, points rounded and doubled ones dropped. Raises BadOutlines."""
    if len(content) > MOST_BYTES:
        raise BadOutlines(f"文件超过了 {MOST_BYTES // 1024 // 1024} MB。")
    try:
        read = json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise BadOutlines("文件不是 GeoJSON，或者已经损坏。") from None
    features = read.get("features") if isinstance(read, dict) and read.get("type") == "FeatureCollection" else None
    if not isinstance(features, list) or not features:
        raise BadOutlines("文件里没有图形：需要 GeoJSON 的 FeatureCollection。")
    if len(features) > MOST_SHAPES:
        raise BadOutlines(f"文件里有 {len(features)} 个图形，一次最多 {MOST_SHAPES} 个。")
    shapes = [_shape(number, feature) for number, feature in enumerate(features, start=1)]
    if (points := counted(shapes)) > MOST_POINTS:
        raise BadOutlines(f"图形一共有 {points:,} 个点，最多 {MOST_POINTS:,} 个。请先在制图软件里简化边界。")
    return shapes


def written(shapes: Iterable[Shape]) -> str:
    """The shapes as the text of a file, which `shapes_of` reads back as they are."""
    features = [
        {"type": "Feature", "properties": {"name": one.name, "id": one.key}, "geometry": one.geometry} for one in shapes
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))


def counted(shapes: Iterable[Shape]) -> int:
    """How many points they have."""
    return sum(len(ring) for shape in shapes for polygon in shape.polygons for ring in polygon)


def _no_number(text: str) -> float:
    raise ValueError(text)  # NaN and Infinity are no JSON


def _shape(number: int, feature: Any) -> Shape:
    feature = feature if isinstance(feature, dict) else {}
    properties = feature.get("properties") if isinstance(feature.get("properties"), dict) else {}
    name = str(properties.get("name") or "").strip()[:100]
    key = str(properties.get("id") or feature.get("id") or "").strip()[:20]
    geometry = feature.get("geometry") if isinstance(feature.get("geometry"), dict) else {}
    called = f"“{name}”" if name else f"第 {number} 个图形"
    parts = {"Polygon": lambda found: [found], "MultiPolygon": list}.get(str(geometry.get("type")))
    if parts is None:
        raise BadOutlines(f"{called}不是面（Polygon 或 MultiPolygon）。")
    try:
        polygons = [[_ring(ring) for ring in polygon] for polygon in parts(geometry.get("coordinates"))]
    except BadOutlines as bad:
        raise BadOutlines(f"{called}：{bad}") from None
    except (TypeError, ValueError):
        raise BadOutlines(f"{called}的坐标不完整。") from None
    if not polygons or not all(polygons):
        raise BadOutlines(f"{called}的坐标不完整。")
    return Shape(number, name, key, polygons)


def _ring(points: Sequence[Any]) -> Ring:
    """Rounded, without points that follow themselves. Raises BadOutlines, TypeError, ValueError."""
    exact = [_point(point) for point in points]
    if len(exact) < LEAST_IN_RING or exact[0] != exact[-1]:
        raise BadOutlines("边界没有闭合。")
    ring: Ring = []
    for longitude, latitude in exact:
        rounded = (round(longitude, DECIMALS), round(latitude, DECIMALS))
        if not ring or ring[-1] != rounded:
            ring.append(rounded)
    if len(ring) < LEAST_IN_RING:
        raise BadOutlines("边界太小，看不出形状。")
    return ring


def _point(point: Any) -> Point:
    if not isinstance(point, list) or len(point) not in (2, 3) or not all(_is_number(one) for one in point):
        raise ValueError("no point")
    if not (-180 <= point[0] <= 180 and -90 <= point[1] <= 90):
        raise BadOutlines("坐标超出了经纬度的范围。")
    return float(point[0]), float(point[1])


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
