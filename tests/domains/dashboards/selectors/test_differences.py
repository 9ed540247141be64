"""As known on a day, as true on the day, and what makes the difference: before, on and after it."""

from datetime import date

import pytest
import time_machine

from jingwei.domains.dashboards.selectors.differences import then_and_now, told
from jingwei.foundation.actions import writing
from jingwei.foundation.scope.reach import reaching
from jingwei.kernels.figures.actions.rebuilding import rebuild
from jingwei.kernels.figures.declaring import declared
from jingwei.kernels.figures.selectors.trends import is_counted_by
from jingwei.members.actions import enrol, move_member
from jingwei.organizations.actions.posts import appoint
from jingwei.organizations.actions.reorganising import establish, move, revoke
from jingwei.organizations.choices import Duty, Level, PartyType
from jingwei.organizations.models import Organization
from tests.domains.dashboards.then import LATER, november, on_day
from tests.members.people import COLUMNS, registered

MEMBERS, BRANCHES, LED = "members.members", "organizations.branches", "organizations.with_secretary"
SECOND = "云桥东社区第二支部"
SHARE = "organizations.secretary_share"


@pytest.fixture
def begun(tree, office_district, secretary):
    """On 1 November there are three members in the branch."""
    with on_day(1, office_district):
        return registered(tree.branch, "陶一", "陶二", "陶三")


@pytest.fixture(autouse=True)
def _later():
    with time_machine.travel(LATER, tick=False):
        yield


def both(actor, organization, key, day):
    """(as reported, as it was), and how many of each row make the difference."""
    with reaching(actor.reach()):
        found = then_and_now(organization, [key], november(day))[key]
        rows = told(declared(key), organization, november(day), found, actor)
    said = {row.name: row.by for row in rows.rows} if rows else None
    assert rows is None or rows.missing == 0
    return found.then.number, found.now.number if found.now else None, said


@pytest.fixture
def moved_late(begun, office_district, tree):
    """On the 20th it is told that 陶二 went to the other branch on the 5th."""
    with on_day(20, office_district), writing(reason="the act of a procedure"):
        move_member(office_district, begun[1], organization=tree.other_branch, on=november(5), basis="介绍信")


@pytest.mark.parametrize(
    ("day", "old", "new"),
    [
        (4, (3, 3, {}), (0, 0, {})),
        (5, (3, 2, {"陶二": -1}), (0, 1, {"陶二": 1})),
        (10, (3, 2, {"陶二": -1}), (0, 1, {"陶二": 1})),
        (19, (3, 2, {"陶二": -1}), (0, 1, {"陶二": 1})),
        (20, (2, 2, {}), (1, 1, {})),
    ],
)
def test_a_move_told_late_differs_from_its_day_until_it_was_told(moved_late, office_district, tree, day, old, new):
    assert both(office_district, tree.branch, MEMBERS, day) == old
    assert both(office_district, tree.other_branch, MEMBERS, day) == new
    assert both(office_district, tree.community, MEMBERS, day) == (3, 3, {})


def test_a_member_registered_late_is_told_with_the_act_and_its_hour(begun, office_town, secretary, tree):
    with on_day(18, secretary):
        enrol(secretary, tree.branch, name="陶四", since=november(6), basis="介绍信", **COLUMNS)
    with reaching(secretary.reach()):
        found = then_and_now(tree.branch, [MEMBERS], november(10))[MEMBERS]
        (row,) = told(declared(MEMBERS), tree.branch, november(10), found, secretary).rows
    assert (row.name, row.place, row.words, row.said) == ("陶四", str(tree.branch), "当时没有算上", "+1")
    assert [(at.day, what) for at, what in row.acts] == [(18, "登记党员")]
    assert row.href.endswith(f"/{begun[0].pk + 3}/")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (4, (8, 8, {})),
        (5, (8, 7, {"云桥东社区第二支部": -1})),
        (19, (8, 7, {"云桥东社区第二支部": -1})),
        (20, (7, 7, {})),
    ],
)
def test_a_branch_revoked_late_differs_until_it_was_told(begun, office_district, tree, day, expected):
    with on_day(20, office_district):
        revoke(office_district, tree.other_branch, on=november(5), basis="批复")
    assert both(office_district, tree.district, BRANCHES, day) == expected


def new_branch(actor, parent, day):
    kind = {"level": Level.BRANCH, "party_type": PartyType.BRANCH}
    return establish(actor, parent, name="第三支部", short_name="第三支部", on=november(day), basis="批复", **kind)


@pytest.mark.parametrize(("day", "expected"), [(4, (2, 2, {})), (5, (2, 3, {"第三支部": 1})), (12, (3, 3, {}))])
def test_a_branch_registered_late_differs_until_it_was_registered(begun, office_district, tree, day, expected):
    with on_day(12, office_district):
        new_branch(office_district, tree.community, 5)
    assert both(office_district, tree.community, BRANCHES, day) == expected


def test_what_another_table_decides_is_told_of_the_row_that_counts(begun, office_town, secretary, tree):
    with on_day(20, office_town):
        role = {"duty": Duty.SECRETARY, "role": "secretary"}
        appoint(office_town, tree.other_branch, user=secretary.user, since=november(5), **role)
    assert both(office_town, tree.community, LED, 4) == (1, 1, {})
    assert both(office_town, tree.community, LED, 10) == (1, 2, {SECOND: 1})
    assert both(office_town, tree.community, LED, 20) == (2, 2, {})
    with reaching(office_town.reach()):
        found = then_and_now(tree.community, [LED], november(10))[LED]
        (row,) = told(declared(LED), tree.community, november(10), found, office_town).rows
    assert [what for _, what in row.acts] == ["任职"]


def test_a_subtree_moved_late_counts_where_it_stood(begun, office_district, tree):
    with on_day(20, office_district):
        move(office_district, tree.community, parent=tree.other_town, on=november(5), basis="批复")
    rows = {"云桥东社区第一支部": 1, "云桥东社区第二支部": 1}
    town, other = tree.town, tree.other_town
    assert both(office_district, town, BRANCHES, 4) == (4, 4, {})
    assert both(office_district, town, BRANCHES, 10) == (4, 2, dict.fromkeys(rows, -1))
    assert both(office_district, other, BRANCHES, 10) == (4, 6, rows)
    assert both(office_district, other, MEMBERS, 10)[:2] == (0, 3)
    assert both(office_district, other, BRANCHES, 20) == (6, 6, {})


def test_what_happened_is_counted_in_the_month_of_the_day(begun, office_district, tree):
    with on_day(20, office_district):
        new_branch(office_district, tree.community, 5)
    assert both(office_district, tree.community, "organizations.changes", 10)[:2] == (0, 1)
    assert both(office_district, tree.community, "organizations.changes", 20)[:2] == (1, 1)
    with reaching(office_district.reach()):
        changes = then_and_now(tree.community, ["organizations.changes"], november(10))["organizations.changes"]
    assert changes.span == "2026 年 11 月"


def test_a_ratio_is_told_by_its_parts(begun, office_district, office_town, secretary, tree):
    with on_day(20, office_district):
        revoke(office_district, tree.other_branch, on=november(5), basis="批复")
    with reaching(office_district.reach()):
        found = then_and_now(tree.community, [SHARE, "members.identified"], november(10))
    assert (found[SHARE].then.parts, found[SHARE].now.parts, found[SHARE].words) == ((1, 2), (1, 1), "+50.0")
    assert found["members.identified"].now is None  # nothing is known of days that have passed
    assert found["members.identified"].words == "—"


def test_what_a_row_has_for_good_is_told_of_members_too(moved_late, office_district, tree):
    with reaching(office_district.reach()):
        found = then_and_now(tree.branch, ["members.women_share", "members.college_share"], november(10))
    assert (found["members.women_share"].then.parts, found["members.women_share"].now.parts) == ((3, 3), (2, 2))
    assert found["members.college_share"].now is None  # what somebody has learnt by now says nothing about then


@pytest.mark.parametrize(("day", "known"), [(1, False), (8, False), (9, True), (21, True)])
def test_a_day_before_anything_was_counted_is_told(tree, office_district, day, known):
    with time_machine.travel("2026-11-09 10:00:00+08:00", tick=False):
        rebuild()
    with on_day(20, office_district):
        registered(tree.branch, "陶一")
    rebuild()
    assert is_counted_by(november(day)) is known


def test_who_may_not_see_the_list_is_told_how_many_and_not_who(begun, secretary, handler, tree):
    with on_day(18, secretary):
        enrol(secretary, tree.branch, name="陶四", since=november(6), basis="介绍信", **COLUMNS)
    with reaching(secretary.reach()):
        found = then_and_now(tree.branch, [MEMBERS], november(10))[MEMBERS]
        assert told(declared(MEMBERS), tree.branch, november(10), found, secretary).rows[0].name == "陶四"
        (row,) = told(declared(MEMBERS), tree.branch, november(10), found, handler).rows
    assert (row.name, row.place, row.href, row.by) == ("党员", "", "", 1)


def test_too_large_an_area_is_not_told_row_by_row(begun, office_district, tree, monkeypatch):
    monkeypatch.setattr("jingwei.members.selectors.roster.LIMIT", 0)
    monkeypatch.setattr("jingwei.kernels.figures.selectors.undoing.MOST", 0)
    with on_day(20, office_district):
        new_branch(office_district, tree.community, 5)
    assert both(office_district, tree.community, MEMBERS, 10) == (3, None, None)
    assert both(office_district, tree.community, BRANCHES, 10) == (2, 3, None)


@pytest.mark.parametrize("number", [1, 3])
def test_the_queries_do_not_grow_with_the_rows(begun, office_district, tree, django_assert_num_queries, number):
    with on_day(20, office_district):
        for _ in range(number):
            new_branch(office_district, tree.community, 5)
    with reaching(office_district.reach()), django_assert_num_queries(10):
        found = then_and_now(tree.community, [BRANCHES], november(10))[BRANCHES]
        rows = told(declared(BRANCHES), tree.community, november(10), found, office_district).rows
    assert len(rows) == number
    assert Organization._base_manager.filter(established_on=date(2026, 11, 5)).count() == number
