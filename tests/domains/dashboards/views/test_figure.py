"""The page of one figure, ratio or index, and the list of all."""

import pytest
from django.urls import reverse

from jingwei.domains.dashboards.selectors.definitions import all_declared
from jingwei.kernels.figures.actions.rebuilding import rebuild
from tests.cast import client_of
from tests.domains.sending import shown, text_of
from tests.kernels.figures.people import person


def page_of(organization, key: str) -> str:
    return reverse("dashboards:figure", args=[organization.pk, key])


@pytest.mark.slow
def test_every_declared_figure_has_its_page(tree, office_town, counted):
    client = client_of(office_town)
    statuses = {key: client.get(page_of(tree.town, key)).status_code for key in all_declared()}
    assert {key: status for key, status in statuses.items() if status != 200} == {}


def test_a_number_is_told_cut_open_and_of_those_below(tree, office_town, counted):
    text = shown(office_town, page_of(tree.town, "members.members"))
    assert [words in text for words in ("怎样算", "按性别", "男性", "一年来", "云桥东社区", "看名单")] == [True] * 6


def test_a_ratio_shows_its_parts_and_does_not_judge_the_small(tree, superior, counted):
    text = shown(superior, page_of(tree.community, "members.women_share"))
    assert "只有 3 名党员，差 1 名就差 33 个百分点，不宜据此评价。" in text
    assert "只有 1 名党员，差 1 名就差 100 个百分点，不宜据此评价" in text
    assert [words in text for words in ("分子", "分母", "党员（性别：女性）")] == [True] * 3


def test_a_share_of_many_is_set_against_chance(tree, superior, people):
    for n in range(20):
        person(tree.branch, f"男{n}", gender="1")
        person(tree.other_branch, f"女{n}", gender="2")
    rebuild()
    text = shown(superior, page_of(tree.community, "members.women_share"))
    assert ("明显低于偶然波动范围" in text, "明显高于偶然波动范围" in text) == (True, True)


def test_an_index_is_shown_with_all_its_parts(tree, office_town, counted):
    text = shown(office_town, page_of(tree.town, "indices.organization"))
    assert [words in text for words in ("分项", "书记在任率", "按期换届率", "权重 25")] == [True] * 4


def test_a_basis_leads_to_the_regulation(tree, office_town, counted):
    page = client_of(office_town).get(page_of(tree.town, "organizations.oversized")).content.decode()
    assert 'href="/regulations/numbers/branch.max_members/"' in page


@pytest.mark.parametrize(
    ("part", "place", "key", "status"),
    [
        ("secretary", "branch", "members.members", 200),
        ("secretary", "other_branch", "members.members", 404),
        ("secretary", "community", "members.members", 403),
        ("secretary", "branch", "members.moon", 404),
        ("member", "branch", "members.members", 403),
    ],
)
def test_who_may_open_a_figure(tree, actor_for, counted, part, place, key, status):
    assert client_of(actor_for(part)).get(page_of(getattr(tree, place), key)).status_code == status


def test_the_list_tells_every_figure_by_its_group(office_town, counted):
    answer = client_of(office_town).get(reverse("dashboards:catalogue"))
    text = text_of(answer)
    assert [one.title for one in all_declared().values() if one.title not in text] == []
    assert ("指标目录" in text, "组织关系转接" in text) == (True, True)


@pytest.mark.parametrize("key", ["members.members", "members.women_share", "tasks.completed"])
def test_a_figures_page_takes_few_queries(tree, office_town, counted, key, django_assert_max_num_queries):
    client = client_of(office_town)
    client.get(page_of(tree.town, key))  # the session begins
    with django_assert_max_num_queries(15):
        client.get(page_of(tree.town, key))
