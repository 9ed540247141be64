"""Outlines find their organizations by name or number, and replace what was there."""

import json

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.domains.dashboards.actions.outlines import kept, load, previewed, remove
from jingwei.domains.dashboards.models import Outline
from jingwei.domains.dashboards.selectors.maps import children_outlines, collection, has_map, outlines
from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from tests.domains.dashboards import squares


def content_of(*features) -> bytes:
    return json.dumps(squares.collection(*features)).encode()


@pytest.fixture
def two_towns(tree) -> bytes:
    return content_of(squares.feature("云桥镇", 0), squares.feature("云岭镇", 1))


def test_shapes_find_their_organizations_by_name_short_name_or_number(office_district, tree):
    with writing(reason="test"):
        tree.town.short_name = "桥镇"
        tree.town.save()
    content = content_of(
        squares.feature("桥镇", 0), squares.feature("云岭镇", 1), squares.feature("随便", 2, key=tree.community.pk)
    )
    with reaching(office_district.reach()):
        found = previewed(tree.district, content)
    assert [one.pk for one, _ in found.pairs] == [tree.town.pk, tree.community.pk, tree.other_town.pk]
    assert found.left_out == []


def test_what_matches_nothing_is_told_in_words(office_district, tree):
    with writing(reason="test"):
        tree.other_community.short_name = tree.community.short_name
        tree.other_community.save()
    content = content_of(
        squares.feature("云桥镇", 0),
        squares.feature("云桥镇", 1),
        squares.feature("天边镇", 2),
        squares.feature("", 3),
        squares.feature(tree.community.short_name, 4),
        squares.feature("云州市", 5),
    )
    with reaching(office_district.reach()):
        found = previewed(tree.district, content)
    assert found.left_out == [
        ("云桥镇", "云桥镇在文件里出现了不止一次，只取第一个"),
        ("天边镇", "本级和下级没有叫这个名称的组织"),
        ("第 4 个图形", "没有写名称（属性 name），也没有写编号（属性 id）"),
        (tree.community.short_name, "叫这个名称的有 2 个，请在属性 id 里写组织编号"),
        ("云州市", "本级和下级没有叫这个名称的组织"),
    ]


def test_a_look_at_a_file_writes_nothing_and_what_it_keeps_is_what_is_loaded(office_district, tree, two_towns):
    with reaching(office_district.reach()):
        found = previewed(tree.district, two_towns)
        assert Outline.objects.count() == 0
        loaded = load(office_district, tree.district, content=kept(found), source="区测绘院")
        assert [(str(one.organization), one.points, one.source) for one in outlines()] == [
            ("云桥镇", 5, "区测绘院"),
            ("云岭镇", 5, "区测绘院"),
        ]
        assert json.dumps(collection(loaded)) == json.dumps(found.drawn)


def test_loading_again_replaces(office_district, tree, two_towns):
    with reaching(office_district.reach()):
        load(office_district, tree.district, content=two_towns.decode(), source="旧")
        moved = content_of(squares.feature("云桥镇", 7))
        assert previewed(tree.district, moved).replaced == 1
        load(office_district, tree.district, content=moved.decode(), source="新")
        assert [one.source for one in outlines()] == ["新", "旧"]


def test_a_file_without_an_area_of_ours_is_refused(office_town, tree, two_towns):
    with reaching(office_town.reach()), pytest.raises(Refused, match="没有一个图形对得上"):
        previewed(tree.community, two_towns)


def test_an_office_loads_nothing_for_its_neighbour_or_its_superior(office_town, tree, two_towns):
    with reaching(office_town.reach()):
        for place in (tree.other_town, tree.district):
            with pytest.raises(PermissionDenied):
                load(office_town, place, content=two_towns.decode(), source="镇")
        load(office_town, tree.town, content=two_towns.decode(), source="镇")
    assert [str(one.organization) for one in Outline._base_manager.all()] == ["云桥镇"]


def test_a_map_shows_those_directly_below_and_needs_two_of_them(office_city, tree, two_towns):
    with reaching(office_city.reach()):
        load(
            office_city,
            tree.city,
            content=content_of(squares.feature("云桥镇"), squares.feature("云溪区")).decode(),
            source="市",
        )
        assert has_map(tree.district) is False
        load(office_city, tree.city, content=two_towns.decode(), source="市")
        assert [has_map(tree.district), has_map(tree.city)] == [True, False]
        assert [str(one.organization) for one in children_outlines(tree.district)] == ["云桥镇", "云岭镇"]


def test_an_outline_is_taken_away(office_district, tree, two_towns):
    with reaching(office_district.reach()):
        outline, _ = load(office_district, tree.district, content=two_towns.decode(), source="区")
        remove(office_district, outline)
        assert [str(one.organization) for one in outlines()] == ["云岭镇"]


def test_a_revoked_organization_is_not_on_the_map(office_district, tree, two_towns):
    with reaching(office_district.reach()):
        load(office_district, tree.district, content=two_towns.decode(), source="区")
        with writing(reason="test"):
            tree.town.revoked_on = tree.town.established_on
            tree.town.save()
        assert [str(one.organization) for one in outlines()] == ["云岭镇"]
