"""Honours."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from jingwei.members.actions.awards import add_award, drop_award
from jingwei.members.models import Award
from tests.members.people import registered

HONOUR = {"title": "优秀共产党员", "awarded_on": date(2025, 7, 1), "awarded_by": "云桥镇党委"}


def test_an_honour_is_added_once_and_taken_away(secretary, tree):
    (member,) = registered(tree.branch, "陶党生")
    with reaching(secretary.reach()):
        award = add_award(secretary, member, **HONOUR)
        with pytest.raises(Refused, match="已经登记过"):
            add_award(secretary, member, **HONOUR)
        drop_award(secretary, award)
        assert Award.objects.count() == 0


def test_an_honour_to_come_is_refused(secretary, tree):
    (member,) = registered(tree.branch, "陶党生")
    with reaching(secretary.reach()), pytest.raises(Refused, match="还没有到"):
        add_award(secretary, member, **HONOUR | {"awarded_on": date(2999, 7, 1)})


def test_the_neighbour_adds_none_and_sees_none(secretary, neighbour, tree):
    (member,) = registered(tree.branch, "陶党生")
    with reaching(secretary.reach()):
        add_award(secretary, member, **HONOUR)
    with reaching(neighbour.reach()):
        assert (Award._base_manager.count(), Award.objects.count()) == (1, 0)
        with pytest.raises(PermissionDenied):
            add_award(neighbour, member, **HONOUR | {"title": "别的"})
