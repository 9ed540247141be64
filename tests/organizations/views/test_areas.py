"""The pages of areas."""

from uuid import uuid4

import pytest
from django.urls import reverse

from jingwei.organizations.actions.areas import add_area
from jingwei.organizations.actions.units import add_unit, locate_unit
from jingwei.organizations.models import Area, Location
from tests.organizations.conftest import done

pytestmark = pytest.mark.slow
GRID = {"kind": "grid", "name": "第一网格", "head_name": "何一人"}


def send(client, route: str, pk: int, **data):
    return client.post(reverse(route, args=[pk]), {**data, "request_key": str(uuid4())})


def test_the_list_shows_the_areas_of_the_own_part_of_the_tree(tree, superior, office_other_town, client_for):
    done(superior, add_area, tree.community, **GRID)
    assert Area._base_manager.count() == 1  # there is something to leak
    assert "第一网格" in client_for(superior).get(reverse("organizations:areas")).text
    assert "第一网格" not in client_for(office_other_town).get(reverse("organizations:areas")).text


def test_a_stranger_finds_no_area(tree, superior, office_other_town, client_for):
    grid = done(superior, add_area, tree.community, **GRID)
    answer = client_for(office_other_town).get(reverse("organizations:area", args=[grid.pk]))
    assert answer.status_code == 404


def test_an_area_is_set_up_and_edited_in_the_browser(tree, superior, client_for):
    client = client_for(superior)
    answer = send(client, "organizations:new_area", tree.community.pk, **GRID, branch="云桥东社区第一支部")
    grid = Area._base_manager.get()
    assert answer.url == reverse("organizations:area", args=[grid.pk])
    told = {"name": "东网格", "head_name": "何二人", "version": grid.version}
    send(client, "organizations:edit_area", grid.pk, **told)
    grid.refresh_from_db()
    assert (grid.name, grid.head, grid.kind) == ("东网格", "何二人", "grid")


def test_an_area_with_units_stays_and_says_why(tree, superior, client_for):
    grid = done(superior, add_area, tree.community, **GRID)
    unit = done(superior, add_unit, tree.community, name="书店", kind="shop")
    client = client_for(superior)
    send(client, "organizations:unit_areas", unit.pk, grid=grid.pk)
    assert Location._base_manager.get().area == grid
    answer = send(client, "organizations:area_removal", grid.pk)
    assert (answer.status_code, "里面还有 1 个单位" in answer.text) == (422, True)


@pytest.mark.parametrize("number", [1, 3])
def test_a_longer_list_takes_no_more_queries(tree, superior, client_for, number, django_assert_num_queries):
    for n in range(number):
        grid = done(superior, add_area, tree.community, **{**GRID, "name": f"第{n}网格"})
        unit = done(superior, add_unit, tree.community, name=f"店{n}", kind="shop")
        done(superior, locate_unit, unit, areas=[grid])
    client = client_for(superior)
    client.get("/")
    with django_assert_num_queries(QUERIES):
        client.get(reverse("organizations:areas"))


QUERIES = 6
