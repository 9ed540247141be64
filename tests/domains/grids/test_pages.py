"""The pages of grids."""

import pytest
from django.urls import reverse

from jingwei.domains.grids.models import MemberHousehold
from tests.cast import client_of
from tests.domains.coverage.conftest import area_of
from tests.domains.sending import sent, shown
from tests.members.people import registered


@pytest.mark.parametrize(
    ("part", "status"), [("secretary", 200), ("superior", 200), ("office_city", 200), ("member", 403), ("handler", 403)]
)
def test_the_list_opens_for_who_may_see(tree, actor_for, part, status):
    assert client_of(actor_for(part)).get(reverse("grids:grids")).status_code == status


def test_a_household_is_opened_and_ended_in_the_browser(tree, superior):
    grid = area_of(tree.community, "grid", "第一网格", head_name="何一人")
    registered(tree.branch, "甲员")
    told = {"does": "代办小事", "consented_on": "2026-03-01", "since": "2026-03-01"}
    address = reverse("grids:household", args=[grid.pk])
    assert "本社区没有这个党员" in sent(superior, address, member="查无此人", **told).text
    assert "甲员" in sent(superior, address, member="甲员", **told).text
    sent(superior, reverse("grids:household_end", args=[MemberHousehold._base_manager.get().pk]))
    assert "甲员" not in shown(superior, reverse("grids:community", args=[tree.community.pk]))


def test_a_community_of_another_town_is_not_found(tree, office_other_town):
    assert client_of(office_other_town).get(reverse("grids:community", args=[tree.community.pk])).status_code == 404
