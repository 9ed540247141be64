"""How the organizations of the demo stand: matters, a handover, ticks, another name for a month."""

import pytest

from jingwei.domains.handover.models import Handover, HandoverRow
from jingwei.domains.health.models import Matter
from jingwei.domains.rekeying.models import Rekeyed
from jingwei.organizations.models import Change, Organization

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


def test_matters_are_open_below_the_town(built):
    found = list(Matter._base_manager.filter(closed_on=None).values_list("opener__short_name", flat=True))
    assert 1 <= len(found) <= 3
    assert set(found) == {"云桥镇"}


def test_a_handover_waits_for_both(built):
    pack = Handover._base_manager.get()
    assert (pack.leaver_on, pack.successor_on, pack.is_open) == (None, None, True)
    assert HandoverRow._base_manager.filter(handover=pack, section="联系人").exists()


def test_some_members_are_ticked(built):
    assert Rekeyed._base_manager.count() > 0


def test_a_branch_had_another_name_for_a_month(built):
    found = Change._base_manager.filter(kind="rename").order_by("pk")
    assert [bool(change.former_name) for change in found] == [True, True]
    assert found[0].organization.name == found[0].former_name


def test_two_communities_have_a_kind(built):
    found = Organization._base_manager.exclude(community_kind="").order_by("path")
    assert set(found.values_list("community_kind", flat=True)) == {"traditional", "new"}
