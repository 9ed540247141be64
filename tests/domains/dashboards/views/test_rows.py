"""From a figure to its rows, on a page and in a workbook."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from jingwei.domains.dashboards.views import drilling
from tests.cast import client_of
from tests.domains.sending import shown


def rows_of(organization, key: str = "members.members", route: str = "rows") -> str:
    return reverse(f"dashboards:{route}", args=[organization.pk, key])


def test_the_number_at_the_top_is_that_of_the_figure(tree, superior, counted):
    text = shown(superior, rows_of(tree.community))
    assert [words in text for words in ("3 名", "甲一", "乙二", "丙三", "本页 3 条")] == [True] * 5


def test_a_value_of_a_cut_has_its_own_rows(tree, superior, counted):
    text = shown(superior, rows_of(tree.community), cut="gender", value="1")
    assert ("甲一" in text, "乙二" in text, "性别：男性" in text) == (True, False, True)


@pytest.mark.parametrize(
    ("part", "place", "key", "status"),
    [
        ("superior", "community", "members.members", 200),
        ("secretary", "branch", "members.members", 200),
        ("secretary", "other_branch", "members.members", 404),
        ("secretary", "community", "members.members", 403),
        ("secretary", "branch", "members.women_share", 404),  # a ratio has no rows of its own
        ("secretary", "branch", "moon", 404),
        ("member", "branch", "members.members", 403),
    ],
)
@pytest.mark.parametrize("route", ["rows", "rows_workbook"])
def test_who_may_see_the_rows(tree, actor_for, counted, part, place, key, status, route):
    address = rows_of(getattr(tree, place), key, route)
    assert client_of(actor_for(part)).get(address).status_code == status


def test_who_may_see_the_figure_but_not_the_list_gets_no_link_and_no_rows(tree, committee_member, counted):
    """What was typed elsewhere is seen by the offices only."""
    key = "rekeying.typed"
    page = client_of(committee_member).get(reverse("dashboards:figure", args=[tree.branch.pk, key]))
    assert (page.status_code, "/rows/" in page.content.decode()) == (200, False)
    assert client_of(committee_member).get(rows_of(tree.branch, key)).status_code == 403


def test_a_cut_that_is_none_is_not_found(tree, superior, counted):
    assert client_of(superior).get(rows_of(tree.community), {"cut": "moon"}).status_code == 404


def test_the_rows_leave_as_a_workbook(tree, superior, counted):
    answer = client_of(superior).get(rows_of(tree.community, route="rows_workbook"), {"cut": "gender", "value": "2"})
    rows = list(load_workbook(BytesIO(answer.content)).active.values)
    assert ([row[0] for row in rows][1:], len(rows)) == (["乙二", "丙三"], 3)


def test_too_many_rows_do_not_leave_at_once(tree, superior, counted, monkeypatch):
    monkeypatch.setattr(drilling, "MOST_ROWS", 2)
    answer = client_of(superior).get(rows_of(tree.community, route="rows_workbook"), follow=True)
    assert "一次最多导出 2 条" in answer.content.decode()


@pytest.mark.parametrize(("gender", "number"), [("1", 1), ("", 3)])
def test_a_longer_list_takes_no_more_queries(tree, superior, counted, gender, number, django_assert_num_queries):
    client = client_of(superior)
    query = {"cut": "gender", "value": gender} if gender else {}
    client.get(rows_of(tree.community))  # the session begins
    with django_assert_num_queries(7):
        text = client.get(rows_of(tree.community), query).content.decode()
    assert f"本页 {number} 条" in text
