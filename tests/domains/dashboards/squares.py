"""Areas for tests: squares side by side."""

from typing import Any


def ring(place: int) -> list[list[float]]:
    """The square whose left side is at `place`."""
    return [[place, 0], [place + 1, 0], [place + 1, 1], [place, 1], [place, 0]]


def feature(name: str = "", place: int = 0, *, key: Any = None) -> dict[str, Any]:
    properties = {"name": name} | ({"id": key} if key is not None else {})
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": [ring(place)]},
    }


def collection(*features: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}
