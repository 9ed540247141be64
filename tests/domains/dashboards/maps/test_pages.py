"""Loading outlines by the pages: a file, a look at it, a yes."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html

from jingwei.domains.dashboards.models import Outline
from tests.cast import client_of
from tests.domains.dashboards import squares
from tests.domains.sending import sent

FILE = json.dumps(
    squares.collection(squares.feature("云桥镇"), squares.feature("云岭镇", 1), squares.feature("别处", 2))
)
LOAD = {"content": FILE, "source": "区测绘院"}


def look(actor, content: str = FILE):
    upload = SimpleUploadedFile("边界.geojson", content.encode())
    return sent(actor, "/outlines/new/", upload=upload, source="区测绘院")


def test_a_file_is_looked_at_then_loaded(office_district, tree):
    answer = look(office_district)
    page = html.fromstring(answer.content)
    assert "对上了 2 个组织" in page.text_content()
    assert "别处：本级和下级没有叫这个名称的组织。" in page.text_content()
    assert Outline._base_manager.count() == 0
    content = page.xpath("//input[@name='content']/@value")[0]
    answer = sent(office_district, "/outlines/load/", content=content, source="区测绘院")
    assert "已载入 2 个组织的边界。" in answer.content.decode()
    assert Outline._base_manager.count() == 2


def test_a_bad_file_is_refused_on_the_page(office_district):
    answer = look(office_district, "{}")
    assert answer.status_code == 422
    assert "文件里没有图形" in answer.content.decode()


def test_the_confirmed_content_is_judged_anew(office_district):
    answer = sent(office_district, "/outlines/load/", content="{}", source="区测绘院")
    assert (answer.status_code, Outline._base_manager.count()) == (422, 0)
    assert "文件里没有图形" in answer.content.decode()


def test_the_file_of_a_map_holds_those_directly_below(office_district, tree):
    sent(office_district, "/outlines/load/", **LOAD)
    client = client_of(office_district)
    drawn = client.get(f"/outlines/file/?under={tree.district.pk}").json()
    assert [one["properties"] for one in drawn["features"]] == [
        {"name": "云桥镇", "id": tree.town.pk},
        {"name": "云岭镇", "id": tree.other_town.pk},
    ]
    assert client.get(f"/outlines/file/?under={tree.town.pk}").json()["features"] == []


@pytest.mark.parametrize("under", ["0", "x", "999999"])
def test_an_unknown_organization_has_no_map(office_district, under):
    assert client_of(office_district).get(f"/outlines/file/?under={under}").status_code == 404


def test_an_outline_of_elsewhere_cannot_be_taken_away(office_town, office_district, tree):
    sent(office_district, "/outlines/load/", **LOAD)
    outline = Outline._base_manager.get(organization=tree.other_town)
    assert sent(office_town, f"/outlines/{outline.pk}/removal/").status_code == 404
    assert sent(office_district, f"/outlines/{outline.pk}/removal/").status_code == 200
    assert Outline._base_manager.filter(pk=outline.pk).exists() is False


def test_a_secretary_loads_nothing(secretary):
    assert [client_of(secretary).get("/outlines/").status_code, look(secretary).status_code] == [403, 403]
