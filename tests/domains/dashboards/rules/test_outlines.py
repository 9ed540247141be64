"""Which outlines are accepted, and what becomes of them."""

import json

import pytest

from jingwei.domains.dashboards.rules import outlines
from jingwei.domains.dashboards.rules.outlines import BadOutlines, counted, shapes_of, written
from tests.domains.dashboards.squares import collection, feature, ring


def file_of(*features) -> bytes:
    return json.dumps(collection(*features)).encode()


def with_geometry(**geometry) -> bytes:
    return file_of({**feature("甲"), "geometry": geometry})


def test_a_polygon_is_read_with_its_name_and_number():
    (shape,) = shapes_of(file_of(feature("云桥镇", 0, key=7)))
    assert (shape.name, shape.key, counted([shape])) == ("云桥镇", "7", 5)


def test_a_file_with_a_mark_of_its_encoding_is_read():
    assert len(shapes_of(b"\xef\xbb\xbf" + file_of(feature("甲")))) == 1


def test_points_are_rounded_to_a_metre_and_doubled_ones_dropped():
    points = [[0, 0], [1.123456789, 0], [1.1234567, 0.000001], [1, 1], [0, 0]]
    (shape,) = shapes_of(with_geometry(type="Polygon", coordinates=[points]))
    assert shape.polygons == [[[(0.0, 0.0), (1.12346, 0.0), (1.0, 1.0), (0.0, 0.0)]]]


def test_several_polygons_are_one_area():
    (shape,) = shapes_of(with_geometry(type="MultiPolygon", coordinates=[[ring(0)], [ring(2)]]))
    assert shape.geometry["type"] == "MultiPolygon"


def test_what_is_written_is_read_back_unchanged():
    shapes = shapes_of(file_of(feature("甲", 0, key=1), feature("乙", 1)))
    assert shapes_of(written(shapes).encode()) == shapes


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "文件不是 GeoJSON，或者已经损坏。"),
        (b"PK\x03\x04", "文件不是 GeoJSON，或者已经损坏。"),
        (b'{"type": "FeatureCollection", "features": [NaN]}', "文件不是 GeoJSON，或者已经损坏。"),
        (b"[" * 100_000, "文件不是 GeoJSON，或者已经损坏。"),
        (b"[]", "文件里没有图形：需要 GeoJSON 的 FeatureCollection。"),
        (file_of(), "文件里没有图形：需要 GeoJSON 的 FeatureCollection。"),
        (file_of("甲"), "第 1 个图形不是面（Polygon 或 MultiPolygon）。"),
        (with_geometry(type="Point", coordinates=[0, 0]), "“甲”不是面（Polygon 或 MultiPolygon）。"),
        (with_geometry(type="Polygon", coordinates=[]), "“甲”的坐标不完整。"),
        (with_geometry(type="Polygon", coordinates=None), "“甲”的坐标不完整。"),
        (with_geometry(type="Polygon", coordinates=[[[0, 0], "x"]]), "“甲”的坐标不完整。"),
        (with_geometry(type="Polygon", coordinates=[[[0, True], [1, 0], [1, 1], [0, 0]]]), "“甲”的坐标不完整。"),
        (with_geometry(type="Polygon", coordinates=[[[0, 0], [1, 0], [1, 1]]]), "“甲”：边界没有闭合。"),
        (with_geometry(type="Polygon", coordinates=[[[0, 0], [1, 0], [1, 1], [0, 1]]]), "“甲”：边界没有闭合。"),
        (
            with_geometry(type="Polygon", coordinates=[[[0, 0], [0.000001, 0], [0, 0.000001], [0, 0]]]),
            "“甲”：边界太小，看不出形状。",
        ),
        (
            with_geometry(type="Polygon", coordinates=[[[0, 0], [181, 0], [1, 1], [0, 0]]]),
            "“甲”：坐标超出了经纬度的范围。",
        ),
        (
            with_geometry(type="Polygon", coordinates=[[[0, 0], [10**400, 0], [1, 1], [0, 0]]]),
            "“甲”：坐标超出了经纬度的范围。",
        ),
        (
            with_geometry(type="Polygon", coordinates=[[[0, 0], [1, 91], [1, 1], [0, 0]]]),
            "“甲”：坐标超出了经纬度的范围。",
        ),
    ],
)
def test_what_is_no_area_is_refused_in_words(content, why):
    with pytest.raises(BadOutlines) as refused:
        shapes_of(content)
    assert str(refused.value) == why


def test_too_large_a_file_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(outlines, "MOST_BYTES", 1024 * 1024)
    with pytest.raises(BadOutlines, match=r"^文件超过了 1 MB。$"):
        shapes_of(b" " * (1024 * 1024 + 1))


def test_too_many_points_and_too_many_shapes_are_refused(monkeypatch):
    two = file_of(feature("甲", 0), feature("乙", 1))
    monkeypatch.setattr(outlines, "MOST_POINTS", 9)
    with pytest.raises(BadOutlines, match=r"^图形一共有 10 个点，最多 9 个。"):
        shapes_of(two)
    monkeypatch.setattr(outlines, "MOST_SHAPES", 1)
    with pytest.raises(BadOutlines, match=r"^文件里有 2 个图形，一次最多 1 个。$"):
        shapes_of(two)
