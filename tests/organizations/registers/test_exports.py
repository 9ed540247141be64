"""Exports of organizations and of posts hold what stands at and below who asks, and no more. The shared test of side
doors leaves them out: their rows are the frame that it stands in."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from jingwei.foundation.actions import writing
from jingwei.foundation.clock import today
from jingwei.organizations.models import Organization, Post
from tests.cast import client_of

pytestmark = pytest.mark.django_db


def exported(actor, key: str) -> list[int]:
    """The numbers (编号) of the rows of an export."""
    answer = client_of(actor).get(reverse(f"spreadsheets:export_{key}"))
    assert answer.status_code == 200
    book = load_workbook(BytesIO(answer.getvalue()), read_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    place = next(row for row in rows if "编号" in row).index("编号")
    return sorted(int(row[place]) for row in rows if str(row[place]).isdecimal())


def standing(path: str = "") -> list[int]:
    """All organizations at and below a path."""
    return sorted(Organization._base_manager.filter(path__startswith=path).values_list("pk", flat=True))


def held(path: str = "") -> list[int]:
    """All open posts at and below a path."""
    found = Post._base_manager.filter(organization__path__startswith=path, until=None)
    return sorted(found.values_list("pk", flat=True))


def test_the_export_of_organizations_holds_those_at_and_below_who_asks(office_town, office_district, tree):
    own = standing(tree.town.path)
    assert (len(own) > 1, len(standing()) > len(own)) == (True, True)  # there is more that could leak
    assert exported(office_town, "organizations") == own
    assert exported(office_district, "organizations") == standing(tree.district.path)


def test_the_export_of_organizations_leaves_out_a_neighbour_and_the_superior(office_town, tree):
    found = exported(office_town, "organizations")
    others = {tree.city.pk, tree.district.pk, tree.department.pk, tree.other_town.pk}
    assert others <= set(standing())
    assert others & set(found) == set()


def test_the_export_of_posts_holds_those_at_and_below_who_asks(office_town, office_district, secretary, tree):
    own = held(tree.town.path)
    assert len(held()) > len(own) > 0
    assert exported(office_town, "posts") == own


def test_the_export_of_posts_leaves_out_those_that_have_ended(office_town, secretary, tree):
    post = Post._base_manager.get(pk=secretary.post_id)
    assert post.pk in exported(office_town, "posts")
    with writing(reason="test"):
        post.until = today()
        post.since = today().replace(year=today().year - 1, day=1)
        post.save()
    assert post.pk not in exported(office_town, "posts")


def test_who_may_not_see_posts_gets_no_export_of_them(member):
    assert client_of(member).get(reverse("spreadsheets:export_posts")).status_code in (403, 404)
    assert client_of(member).get(reverse("spreadsheets:export_organizations")).status_code in (403, 404)
