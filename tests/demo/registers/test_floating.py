"""The demo's floating and lost members: each with somebody who keeps in touch, and a procedure that is open."""

import pytest

from jingwei.domains.floating.models import Floating, Inflow, LostContact, Search
from jingwei.domains.floating.rules.lost import due
from jingwei.foundation.clock import today

pytestmark = [pytest.mark.slow, pytest.mark.django_db, pytest.mark.usefixtures("built")]


def test_a_lost_member_can_be_decided_about_after_three_ways_of_searching():
    lost = LostContact._base_manager.order_by("last_contact_on").first()
    assert due(lost.days, on=today()) == "suspend"
    assert Search._base_manager.filter(lost=lost).values("way").distinct().count() == 3
    assert lost.member.standing == "lost"


def test_everybody_away_has_somebody_who_keeps_in_touch():
    assert not Floating._base_manager.filter(contact_person="").exists()


def test_somebody_from_elsewhere_takes_part():
    assert Inflow._base_manager.filter(home=None).get().name == "裴远航"
