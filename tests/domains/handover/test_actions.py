"""A pack is frozen, both confirm, the old post ends; nobody else's word counts."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from jingwei.domains.handover.actions import give, give_instead, name_successor, prepare, revise, take, withdraw
from jingwei.domains.handover.models import Handover, HandoverRow
from jingwei.domains.handover.selectors.packs import handovers, sections_of, waiting_for
from jingwei.domains.handover.selectors.sections import Line, contents, section, section_titles
from jingwei.domains.handover.selectors.sections import _sections as told_by_rooms
from jingwei.domains.transfers.actions.proposing import propose
from jingwei.foundation.actions import writing
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from jingwei.organizations.choices import ResponsibilityKind
from jingwei.organizations.models import Post, Responsibility
from tests.domains.handover.conftest import done, post_of
from tests.members.people import registered


def until(actor) -> date | None:
    return post_of(actor).until


def test_with_both_words_the_old_post_ends_today(pack, secretary, next_secretary):
    given = done(secretary, give, pack)
    assert (given.completed_on, until(secretary)) == (None, None)
    taken = done(next_secretary, take, given)
    assert (taken.completed_on, until(secretary), until(next_secretary)) == (today(), today(), None)


def test_the_words_may_come_in_either_order(pack, secretary, next_secretary):
    taken = done(next_secretary, take, pack)
    assert (taken.completed_on, until(secretary)) == (None, None)
    assert done(secretary, give, taken).completed_on == today()
    assert until(secretary) == today()


def test_the_superior_speaks_for_a_leaver_who_is_gone_and_says_why(pack, next_secretary, office_town, secretary):
    given = done(office_town, give_instead, pack, reason="本人已调离")
    assert (given.gone_reason, given.leaver_by) == ("本人已调离", "云桥镇 工作人员 郑经办")
    done(next_secretary, take, given)
    assert until(secretary) == today()


def test_nobody_gives_or_takes_for_another(pack, secretary, next_secretary, office_town, superior):
    for actor in (next_secretary, office_town):
        with pytest.raises(Refused, match="移交由离任人本人确认"):
            done(actor, give, pack)
    for actor in (secretary, office_town):
        with pytest.raises(Refused, match="接收由接任人本人确认"):
            done(actor, take, pack)
    for actor in (secretary, next_secretary, superior):
        with pytest.raises(Refused, match="只有上级可以代为确认"):
            done(actor, give_instead, pack, reason="没空")


@pytest.mark.parametrize("part", ["committee_member", "handler", "member", "auditor", "neighbour", "office_other_town"])
def test_who_has_no_right_there_prepares_nothing(secretary, actor_for, part):
    with pytest.raises(PermissionDenied):
        done(actor_for(part), prepare, post_of(secretary), keys="")


def test_a_colleague_with_the_right_prepares_only_the_own_post(secretary, next_secretary):
    with pytest.raises(Refused, match="由离任人本人或者上级办理"):
        done(next_secretary, prepare, post_of(secretary), keys="")


def test_the_successor_must_hold_the_post(pack, secretary, committee_member, neighbour):
    for other in (committee_member, neighbour, secretary):
        with pytest.raises(Refused, match="同一个组织的同一个岗位"):
            done(secretary, name_successor, pack, successor=post_of(other))


def test_one_pack_of_a_post_is_open_at_a_time(pack, secretary):
    with pytest.raises(Refused, match="没有办完的交接包"):
        done(secretary, prepare, post_of(secretary), keys="")
    done(secretary, withdraw, pack)
    assert done(secretary, prepare, post_of(secretary), keys="").is_open


def test_the_database_knows_no_handover_by_one_word(pack):
    pack.completed_on = today()
    with pytest.raises(IntegrityError), transaction.atomic(), writing(reason="test"):
        pack.save()


def test_passwords_are_not_handed_over(secretary):
    for keys in ("登录密码：abc123", "邮箱口令是 8888", "password: x1"):
        with pytest.raises(Refused, match="不能写密码"):
            done(secretary, prepare, post_of(secretary), keys=keys)
    assert done(secretary, prepare, post_of(secretary), keys="密码另行当面交接").is_open


def test_what_was_handed_over_stays_as_it_was(pack, secretary, tree):
    registered(tree.branch, "陶一", "陶二")
    with reaching(secretary.reach()):
        assert [row.title for title, rows in sections_of(pack) for row in rows if title == "党员"] == []
        now = [line.title for title, line in contents(tree.branch, on=today()) if title == "党员"]
    assert now == ["党员 2 名", "登记了困难情况的 0 名"]
    revised = done(secretary, revise, pack, keys="公章在保险柜")
    with reaching(secretary.reach()):
        rows = [row.title for title, rows in sections_of(revised) for row in rows if title == "党员"]
    assert rows == now


def test_a_confirmed_pack_is_not_made_anew(pack, secretary):
    given = done(secretary, give, pack)
    with pytest.raises(Refused, match="不能再改"):
        done(secretary, revise, given, keys="")


def test_the_hard_up_are_counted_and_not_named(secretary, tree):
    registered(tree.branch, "陶困难", hardship="低保")
    done(secretary, prepare, post_of(secretary), keys="")
    rows = HandoverRow._base_manager.filter(section="党员").values_list("title", "note")
    assert [title for title, _ in rows] == ["党员 1 名", "登记了困难情况的 1 名"]
    assert not any("陶困难" in title + note for title, note in rows)


def test_contacts_are_those_above_and_beside(pack, secretary, superior, neighbour, office_town, office_other_town):
    renewed = done(secretary, revise, pack, keys="")
    rows = HandoverRow._base_manager.filter(handover=renewed, section="联系人").values_list("title", "note")
    assert list(rows) == [
        ("郑经办", "上级 · 云桥镇 工作人员"),
        ("尚秋实", "上级 · 云桥东社区 书记"),
        ("邻友和", "同级 · 云桥东社区第二支部 书记"),
    ]


def test_transfers_under_way_are_handed_over(secretary, tree):
    (member,) = registered(tree.branch, "陶一")
    values = {"kind": "inside", "target": tree.other_branch, "outside": "", "note": "", "reason": "home"}
    done(secretary, propose, member, **values)
    done(secretary, prepare, post_of(secretary), keys="")
    rows = HandoverRow._base_manager.filter(section="组织关系转接").values_list("title", "note")
    assert ("转出：陶一", "转往云桥东社区第二支部，正在办理") in list(rows)


def test_responsibilities_are_handed_over(pack, secretary, tree):
    with writing(reason="test"):
        Responsibility(organization=tree.branch, kind=ResponsibilityKind.CONCRETE, text="联系居民").save()
    renewed = done(secretary, revise, pack, keys="")
    rows = HandoverRow._base_manager.filter(handover=renewed, section="届期和责任").values_list("title", "note")
    assert list(rows) == [("联系居民", "具体责任")]


def test_a_room_adds_a_section_of_its_own(tree, secretary):
    @section("入党申请人")
    def applicants(organization, on):
        yield Line("申请人", organization.short_name, on)

    try:
        with reaching(secretary.reach()):
            told = [line for title, line in contents(tree.branch, on=date(2026, 3, 1)) if title == "入党申请人"]
        assert told == [Line("申请人", "云桥东社区第一支部", date(2026, 3, 1))]
        assert section_titles()[-1] == "入党申请人"
    finally:
        del told_by_rooms["入党申请人"]


def test_a_pack_is_seen_at_the_branch_and_above_only(pack, secretary, office_town, neighbour, office_other_town):
    assert Handover._base_manager.count() == 1  # there is something to leak
    seen = {}
    for actor in (secretary, office_town, neighbour, office_other_town):
        with reaching(actor.reach()):
            seen[actor.user.username] = handovers().count()
    assert seen == {"secretary": 1, "office_town": 1, "neighbour": 0, "office_other_town": 0}


def test_each_word_waits_on_the_desk_of_whoever_owes_it(pack, secretary, next_secretary):
    def waiting(actor):
        with reaching(actor.reach()):
            return [one.title for one in waiting_for(actor, today())]

    title = "云桥东社区第一支部 书记"
    assert (waiting(secretary), waiting(next_secretary)) == ([f"确认移交：{title}"], [f"确认接收：{title}"])
    done(secretary, give, pack)
    assert (waiting(secretary), waiting(next_secretary)) == ([], [f"确认接收：{title}"])


def test_a_post_that_has_ended_meanwhile_ends_once(pack, secretary, next_secretary):
    given = done(secretary, give, pack)
    with writing(reason="test"):
        post = post_of(secretary)
        post.until = date(2026, 2, 1)
        post.save()
    taken = done(next_secretary, take, given.fresh())
    assert taken.completed_on == today()
    assert Post.objects.get(pk=secretary.post_id).until == date(2026, 2, 1)
