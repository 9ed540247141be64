"""Those directly below by figures of one's choice, on a page and in a workbook."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from jingwei.domains.dashboards.selectors.definitions import all_declared
from tests.cast import client_of
from tests.domains.sending import shown


def table_of(organization, route: str = "table") -> str:
    return reverse(f"dashboards:{route}", args=[organization.pk])


def test_the_chosen_figures_are_the_columns(tree, superior, counted):
    text = shown(superior, table_of(tree.community), key=["members.members", "members.women_share"])
    assert ("2 个下级，2 个指标" in text, "女党员占比（%）" in text) == (True, True)


def test_without_a_choice_the_columns_are_those_of_the_board(tree, office_town, counted):
    assert "任务按进度推进率（%）" in shown(office_town, table_of(tree.town))


def test_more_than_ten_are_not_shown(tree, superior, counted):
    text = shown(superior, table_of(tree.community), key=list(all_declared())[:11])
    assert "一次最多选 10 个，您选了 11 个。" in text


def test_the_workbook_holds_what_the_page_shows(tree, superior, counted):
    keys = ["members.members", "members.women_share"]
    answer = client_of(superior).get(table_of(tree.community, "table_workbook"), {"key": keys})
    rows = [list(row) for row in load_workbook(BytesIO(answer.content)).active.values]
    assert rows == [
        ["组织", "党员（名）", "女党员占比（%）", "女党员占比 分子", "女党员占比 分母"],
        ["云桥东社区第一支部", 2, 50, 1, 2],
        ["云桥东社区第二支部", 1, 100, 1, 1],
        ["本级", 3, 66.67, 2, 3],
    ]


@pytest.mark.parametrize("route", ["table", "table_workbook"])
@pytest.mark.parametrize(("place", "status"), [("community", 200), ("other_community", 404), ("town", 403)])
def test_who_may_open_the_table(tree, superior, counted, route, place, status):
    assert client_of(superior).get(table_of(getattr(tree, place), route)).status_code == status
