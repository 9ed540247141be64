"""Before a branch is split or revoked, everybody in it has a home; nobody is ever without one, or in two."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.foundation.errors import Refused
from jingwei.members.models import Fact, Member
from jingwei.organizations.actions.reorganising import revoke, split
from jingwei.organizations.models import Organization
from tests.cast import client_of
from tests.domains.sending import sent, shown, text_of
from tests.members.people import registered
from tests.organizations.conftest import APPROVED, done

SECOND = {"name": "云桥东社区第三支部", "short_name": "第三支部", "children": (), **APPROVED}


def homes() -> dict[str, str]:
    """Member → the branch that holds the membership."""
    return dict(Member._base_manager.order_by("pk").values_list("name", "organization__short_name"))


def test_a_split_takes_the_chosen_members_along(tree, office_town):
    _, two, three = registered(tree.branch, "陶一", "陶二", "陶三")
    new = done(office_town, split, tree.branch, residents=[two.pk, three.pk], **SECOND)
    assert homes() == {"陶一": "云桥东社区第一支部", "陶二": "第三支部", "陶三": "第三支部"}
    assert Member._base_manager.get(pk=two.pk).path == new.path
    assert Fact._base_manager.filter(member=two, kind="organization", until=APPROVED["on"]).count() == 1


def test_a_split_leaves_somebody_behind(tree, office_town):
    people = registered(tree.branch, "陶一", "陶二")
    with pytest.raises(Refused, match="全部党员都要划走"):
        done(office_town, split, tree.branch, residents=[one.pk for one in people], **SECOND)
    assert set(homes().values()) == {"云桥东社区第一支部"}
    assert Organization._base_manager.filter(short_name="第三支部").count() == 0


def test_a_split_takes_nobody_from_another_branch(tree, office_town):
    registered(tree.branch, "陶一", "陶二")
    (other,) = registered(tree.other_branch, "柳一")
    done(office_town, split, tree.branch, residents=[other.pk], **SECOND)
    assert homes()["柳一"] == "云桥东社区第二支部"


def test_a_revocation_gives_everybody_a_home_in_one_act(tree, office_town, acts):
    registered(tree.branch, "陶一", "陶二")
    done(office_town, revoke, tree.branch, home=tree.other_branch, **APPROVED)
    assert homes() == {"陶一": "云桥东社区第二支部", "陶二": "云桥东社区第二支部"}
    assert acts() == ["organizations.revoke"]


def test_who_has_left_stays_with_the_branch_of_then(tree, office_town):
    registered(tree.branch, "陶故", standing="deceased", left_on=date(2026, 1, 5))
    done(office_town, revoke, tree.branch, **APPROVED)
    assert homes() == {"陶故": "云桥东社区第一支部"}


def test_a_home_is_a_branch_that_can_hold_members(tree, office_town):
    registered(tree.branch, "陶一")
    with pytest.raises(Refused, match="正式的党支部"):
        done(office_town, revoke, tree.branch, home=tree.other_community, **APPROVED)
    with pytest.raises(Refused, match="正在撤销的组织"):
        done(office_town, revoke, tree.branch, home=tree.branch, **APPROVED)
    assert homes() == {"陶一": "云桥东社区第一支部"}
    assert Organization._base_manager.get(pk=tree.branch.pk).revoked_on is None


def test_nobody_sends_members_into_another_town(tree, office_town):
    registered(tree.branch, "陶一")
    with pytest.raises(PermissionDenied):
        done(office_town, revoke, tree.branch, home=tree.at(1, 1, 2, 1, 1), **APPROVED)
    assert homes() == {"陶一": "云桥东社区第一支部"}


def test_without_a_home_the_refusal_says_the_article(tree, office_town):
    registered(tree.branch, "陶一")
    with pytest.raises(Refused, match="还有 1 名党员没有安排") as refusal:
        done(office_town, revoke, tree.branch, **APPROVED)
    assert refusal.value.basis == "branch-work-regulations-2018, 第七条"


def test_the_page_shows_who_is_inside_and_moves_them(tree, office_town, secretary):
    registered(tree.branch, "陶一", "陶二")
    address = f"/organizations/{tree.branch.pk}/revocation/"
    text = shown(office_town, address)
    for line in ("2 名党员", "1 个岗位：秦书明（书记）", "先把 2 名党员转到"):
        assert line in text
    data = {"home": "云桥东社区第二支部", "on": "2026-03-01", "basis": "文件"}
    assert "已撤销" in text_of(sent(office_town, address, **data))
    assert set(homes().values()) == {"云桥东社区第二支部"}


def test_the_page_of_a_split_lists_the_members(tree, office_town):
    _, two = registered(tree.branch, "陶一", "陶二")
    address = f"/organizations/{tree.branch.pk}/division/"
    assert "划给新组织的党员" in shown(office_town, address)
    data = {"name": "第三支部", "short_name": "第三支部", "residents": [two.pk], "on": "2026-03-01", "basis": "文件"}
    sent(office_town, address, **data)
    assert homes() == {"陶一": "云桥东社区第一支部", "陶二": "第三支部"}


def test_an_empty_branch_asks_for_no_home(tree, office_town):
    response = client_of(office_town).get(f"/organizations/{tree.branch.pk}/revocation/")
    assert 'name="home"' not in response.content.decode()
