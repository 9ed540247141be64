"""The pages of coverage."""

import pytest
from django.urls import reverse

from jingwei.domains.coverage.models import Analysis, Coverage, Sighting
from jingwei.organizations.models import Unit
from tests.cast import client_of
from tests.domains.coverage.conftest import area_of, unit_of
from tests.domains.sending import sent, shown

PAGES = ["coverage", "units", "sightings", "teams", "day", "week"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("part", ["secretary", "superior", "office_town", "office_city"])
def test_every_page_opens_for_who_may_see(tree, actor_for, part, name):
    assert client_of(actor_for(part)).get(reverse(f"coverage:{name}")).status_code == 200


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("part", ["member", "handler", "auditor"])
def test_no_page_opens_for_who_may_not(tree, actor_for, part, name):
    assert client_of(actor_for(part)).get(reverse(f"coverage:{name}")).status_code == 403


@pytest.mark.parametrize("by", ["place", "chain", "block", "building", "grid", "kind", "nonsense"])
def test_the_numbers_open_by_each_dimension(tree, superior, by):
    area_of(tree.community, "block", "东街", unit_of(tree.community))
    assert "有形覆盖" in shown(superior, reverse("coverage:coverage"), by=by)


def test_a_unit_of_another_town_is_not_found(tree, office_other_town):
    unit = unit_of(tree.community)
    assert Unit._base_manager.count() == 1  # there is something to leak
    assert client_of(office_other_town).get(reverse("coverage:unit", args=[unit.pk])).status_code == 404
    assert "书店" not in shown(office_other_town, reverse("coverage:units"))


def test_a_unit_is_covered_in_the_browser(tree, superior):
    unit = unit_of(tree.community)
    assert "由云桥东社区兜底" in shown(superior, reverse("coverage:unit", args=[unit.pk]))
    told = {"kind": "joint", "covering": "云桥东社区第一支部", "since": "2026-03-01"}
    page = sent(superior, reverse("coverage:cover", args=[unit.pk]), **told)
    assert "覆盖已登记" in page.text
    ending = sent(superior, reverse("coverage:end", args=[Coverage._base_manager.get().pk]), until="2026-03-02")
    assert "由云桥东社区兜底" in ending.text


def test_what_was_found_goes_from_step_to_step_in_the_browser(tree, superior, office_town):
    sent(superior, reverse("coverage:collect", args=[tree.community.pk]), name="修车行", kind="shop")
    pk = Sighting._base_manager.get().pk
    sent(superior, reverse("coverage:analyse", args=[pk]), analysis="有一名党员", known_as="")
    assert "校核无误" in shown(office_town, reverse("coverage:sighting", args=[pk]))
    sent(office_town, reverse("coverage:check", args=[pk]))
    sent(office_town, reverse("coverage:register", args=[pk]))
    assert Unit._base_manager.get().name == "修车行"


def test_a_step_that_is_refused_says_why(tree, office_town):
    sent(office_town, reverse("coverage:collect", args=[tree.community.pk]), name="修车行", kind="shop")
    pk = Sighting._base_manager.get().pk
    answer = sent(office_town, reverse("coverage:check", args=[pk]))
    assert (answer.status_code, "待分析" in answer.text) == (422, True)


def test_a_team_is_set_up_and_a_week_described_in_the_browser(tree, office_town, superior, secretary):
    posts = [actor.post_id for actor in (superior, secretary)]
    told = {"name": "二人行", "posts": posts, "since": "2026-03-02"}
    assert "二人行" in sent(office_town, reverse("coverage:new_team", args=[tree.community.pk]), **told).text
    week = f"{reverse('coverage:week')}?at={tree.community.pk}&on=2026-03-04"
    sent(superior, week, text="小店多")
    assert Analysis._base_manager.get().text == "小店多"


@pytest.mark.parametrize("number", [1, 3])
def test_a_longer_list_takes_no_more_queries(tree, superior, number, django_assert_num_queries):
    for n in range(number):
        area_of(tree.community, "chain", f"链{n}", unit_of(tree.community, f"店{n}"))
    client = client_of(superior)
    with django_assert_num_queries(11):
        client.get(reverse("coverage:units"))


def test_who_collected_puts_it_right_in_the_browser(tree, superior, office_town):
    block = area_of(tree.community, "block", "东街")
    told = {"name": "修车行", "kind": "shop", "area": block.pk}
    sent(superior, reverse("coverage:collect", args=[tree.community.pk]), **told)
    pk = Sighting._base_manager.get().pk
    page, address = reverse("coverage:sighting", args=[pk]), reverse("coverage:correct", args=[pk])
    pages = [client_of(actor).get(page).text for actor in (superior, office_town)]
    assert [f'href="{address}"' in text for text in pages] == [True, False]
    assert f'value="{block.pk}" selected' in client_of(superior).get(address).text
    answer = sent(superior, address, **{**told, "name": "修车铺"}, version=1)
    assert ("线索已更正。" in answer.text, Sighting._base_manager.get().name) == (True, "修车铺")
    assert "由收集的人更正" in sent(office_town, address, **told).text


@pytest.mark.parametrize(("part", "status"), [("neighbour", 404), ("office_other_town", 404), ("member", 403)])
def test_who_may_not_gets_no_page_to_put_it_right(tree, superior, actor_for, part, status):
    sent(superior, reverse("coverage:collect", args=[tree.community.pk]), name="修车行", kind="shop")
    address = reverse("coverage:correct", args=[Sighting._base_manager.get().pk])
    assert client_of(actor_for(part)).get(address).status_code == status
