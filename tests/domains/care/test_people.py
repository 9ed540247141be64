"""Birthdays that come, people to visit, visits."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.domains.care.actions import strike_visit, visit
from jingwei.domains.care.models import CareVisit
from jingwei.domains.care.selectors import waiting_for
from jingwei.domains.care.selectors.people import birthdays, having_birthday, of_own, to_visit, visits, with_reasons
from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from tests.domains.care.conftest import DAY, done
from tests.members.people import registered

VISIT = {"kind": "visit", "occasion": "old", "note": "膝盖不好，盼着换低层。"}


def visited(actor, member, on=DAY, **told):
    return done(actor, visit, member, on=on, visitor=actor.user.posts.get(), **{**VISIT, **told})


def test_the_birthdays_of_the_days_that_come_are_told_the_next_one_first(tree, secretary):
    for name, joined in {"甲": (1999, 6, 8), "乙": (1980, 6, 1), "丙": (1999, 6, 9), "丁": (1999, 5, 31)}.items():
        registered(tree.branch, name, joined_on=date(*joined), full_on=None)
    with reaching(secretary.reach()):
        found = birthdays(list(having_birthday(tree.branch, on=DAY, days=7)), DAY)
    assert [(one.member.name, one.on, one.years) for one in found] == [
        ("乙", date(2026, 6, 1), 46),
        ("甲", date(2026, 6, 8), 27),
    ]


def test_the_hard_up_and_the_old_are_to_be_visited_once_a_year(tree, secretary, committee_member):
    (hard,) = registered(tree.branch, "困难", hardship="低保")
    (old,) = registered(tree.branch, "年老", born_on=date(1951, 6, 1))
    registered(tree.branch, "差一天", born_on=date(1951, 6, 2))
    with reaching(secretary.reach()):
        rows = list(to_visit(tree.branch, on=DAY))
        found = with_reasons(rows, tree.branch, secretary, DAY)
        masked = with_reasons(rows, tree.branch, committee_member, DAY)
    assert [(one.member, one.why) for one in found] == [(hard, "生活困难"), (old, "老党员")]
    assert [one.why for one in masked] == ["需要关怀", "老党员"], "who may not look is not told"
    visited(secretary, hard)
    visited(secretary, old, on=date(2025, 12, 31))
    with reaching(secretary.reach()):
        assert list(to_visit(tree.branch, on=DAY)) == [old]


def test_a_talk_is_not_a_visit(tree, secretary):
    (old,) = registered(tree.branch, "年老", born_on=date(1940, 1, 1))
    visited(secretary, old, kind="talk")
    with reaching(secretary.reach()):
        assert list(to_visit(tree.branch, on=DAY)) == [old]


def test_what_was_told_is_sealed_and_shows_itself_masked(tree, secretary):
    (old,) = registered(tree.branch, "年老")
    made = visited(secretary, old)
    assert str(CareVisit._base_manager.get(pk=made.pk).note) == "已登记（不显示）"


def test_nobody_visits_tomorrow(tree, secretary):
    (old,) = registered(tree.branch, "年老")
    with pytest.raises(Refused, match="不能晚于今天"):
        visited(secretary, old, on=date(2026, 6, 2))


@pytest.mark.parametrize("part", ["neighbour", "office_other_town", "handler", "member"])
def test_who_may_not_puts_down_no_visit(tree, actor_for, part):
    (old,) = registered(tree.branch, "年老")
    with pytest.raises(PermissionDenied):
        visited(actor_for(part), old)


def test_the_member_sees_the_visits_and_the_neighbour_does_not(tree, secretary, member, neighbour):
    (own,) = registered(tree.branch, "陶党生")
    with writing(reason="test"):
        own.user = member.user
        own.save()
    made = visited(secretary, own)
    with reaching(member.reach()):
        assert list(of_own(member.user.pk)) == [made]
    with reaching(neighbour.reach()):
        assert list(visits()) == []


def test_a_visit_put_down_by_mistake_is_struck(tree, secretary):
    (old,) = registered(tree.branch, "年老")
    made = visited(secretary, old)
    assert done(secretary, strike_visit, made) == old
    assert CareVisit._base_manager.count() == 0


def test_the_secretary_is_reminded_of_birthdays_and_of_the_talk_of_the_month(tree, secretary):
    (own,) = registered(tree.branch, "甲", joined_on=date(1999, 6, 8))
    with reaching(secretary.reach()):
        lines = [(due.title, due.due_on, due.do_text) for due in waiting_for(secretary, DAY)]
    assert lines == [
        ("政治生日：甲 入党 27 年", date(2026, 6, 8), "查看"),
        ("本月谈心谈话", date(2026, 6, 30), "去登记"),
    ]
    visited(secretary, own, kind="talk", occasion="usual")
    with reaching(secretary.reach()):
        assert [due.title for due in waiting_for(secretary, DAY)] == ["政治生日：甲 入党 27 年"]


def test_an_office_is_not_reminded(tree, office_town):
    registered(tree.branch, "甲", joined_on=date(1999, 6, 8))
    with reaching(office_town.reach()):
        assert list(waiting_for(office_town, DAY)) == []
