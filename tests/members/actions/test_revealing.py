"""Looking at what is kept sealed: for a purpose, on record."""

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.foundation.record.models import Act
from jingwei.foundation.scope.reach import reaching
from jingwei.foundation.secrets.models import Look
from jingwei.members.actions.revealing import reveal, reveal_own
from tests.members.people import registered

WHY = {"purpose": "contact", "words": "通知周五的支部党员大会"}


@pytest.fixture
def known(tree, member):
    (row,) = registered(tree.branch, "陶党生", user=member.user, phone="13900001234", address="云州市云桥镇一号")
    return row


def test_a_look_gives_the_plain_text_and_stays_on_record(secretary, known):
    with reaching(secretary.reach()):
        assert reveal(secretary, known, field="phone", **WHY) == "13900001234"
        look = Look.objects.get()
        assert (look.field, look.why) == ("phone", "联系本人：通知周五的支部党员大会")
    assert "13900001234" not in "".join(Act._base_manager.values_list("changes", flat=True))


def test_without_a_purpose_nothing_is_shown_and_nothing_recorded(secretary, known):
    with reaching(secretary.reach()), pytest.raises(Refused):
        reveal(secretary, known, field="phone", purpose="", words="")
    assert Look._base_manager.count() == 0


@pytest.mark.parametrize("part", ["committee_member", "neighbour", "member", "auditor"])
def test_only_who_may_reveal_there_looks(actor_for, known, part):
    with pytest.raises(PermissionDenied):
        reveal(actor_for(part), known, field="phone", **WHY)


def test_everybody_opens_all_of_oneself_and_nobody_all_of_another(member, secretary, known, tree):
    with reaching(member.reach()):
        found = reveal_own(member, tree.branch, member=known)
    assert found == {"phone": "13900001234", "address": "云州市云桥镇一号"}
    with reaching(secretary.reach()), pytest.raises(Refused):
        reveal_own(secretary, tree.branch, member=known)


def test_one_who_acts_elsewhere_opens_the_own_record_all_the_same(office_district, tree):
    with writing(reason="test"):
        (own,) = registered(tree.at(1, 1, 2, 1, 1), "区小组", user=office_district.user, phone="13900001234")
    with reaching(office_district.reach()):
        assert reveal_own(office_district, tree.district, member=own) == {"phone": "13900001234"}
