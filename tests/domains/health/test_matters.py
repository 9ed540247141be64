"""A matter is opened once, answered by those it is about, closed when the check no longer finds it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from jingwei.domains.health.actions import answer, close, open_matter
from jingwei.domains.health.models import Matter
from jingwei.domains.health.selectors.matters import matters, waiting_for
from jingwei.foundation.actions import writing
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from jingwei.organizations.actions.reorganising import merge
from tests.domains.health.conftest import done, elected
from tests.members.people import registered


@pytest.fixture
def matter(tree, office_town) -> Matter:
    return done(office_town, open_matter, tree.branch, kind="empty")


def test_a_matter_keeps_the_words_and_the_article_of_the_day(matter):
    assert (matter.words[:7], matter.basis) == ("没有一名党员的", "branch-work-regulations-2018, 第四条")
    assert (matter.opened_on, matter.due_on) == (today(), today() + timedelta(days=30))


def test_the_same_finding_is_not_opened_twice(tree, office_town, matter):
    with pytest.raises(Refused, match="还没有办结"):
        done(office_town, open_matter, tree.branch, kind="empty")


def test_the_database_keeps_one_open_matter_of_a_kind(tree, matter):
    twin = Matter(organization=tree.branch, opener=tree.town, kind="empty", words="", basis="", opened_by="")
    twin.opened_on = twin.due_on = date(2026, 3, 1)
    with pytest.raises(IntegrityError), transaction.atomic(), writing(reason="test"):
        twin.save()


def test_what_the_check_does_not_find_is_not_opened(tree, office_town):
    with pytest.raises(Refused, match="没有查到“党员人数偏多”"):
        done(office_town, open_matter, tree.branch, kind="oversized")


def test_nobody_opens_a_matter_for_the_own_organization(tree, office_town):
    with pytest.raises(Refused, match="由上级开出"):
        done(office_town, open_matter, tree.town, kind="empty")


@pytest.mark.parametrize("part", ["secretary", "superior", "committee_member", "handler", "auditor", "member"])
def test_who_may_not_open_opens_nothing(tree, actor_for, part):
    with pytest.raises(PermissionDenied):
        done(actor_for(part), open_matter, tree.branch, kind="empty")


def test_the_term_of_the_work_is_not_in_the_past(tree, office_town):
    with pytest.raises(Refused, match="不能早于今天"):
        done(office_town, open_matter, tree.branch, kind="empty", due_on=today() - timedelta(days=1))


def test_the_branch_answers_and_the_office_closes(tree, matter, secretary, office_town):
    answered = done(secretary, answer, matter, answer="已核对名册，三名党员登记完了。")
    assert (answered.answered_on, answered.answered_by) == (today(), "云桥东社区第一支部 书记 秦书明")
    registered(tree.branch, "陶一", "陶二", "陶三")
    assert done(office_town, close, answered).closed_on == today()


def test_the_opener_does_not_answer(matter, office_town):
    with pytest.raises(Refused, match="由本组织回复"):
        done(office_town, answer, matter, answer="好了")


def test_those_who_were_asked_do_not_close(matter, superior):
    with pytest.raises(PermissionDenied):
        done(superior, close, matter)


def test_it_is_not_closed_while_the_check_still_finds_it(matter, office_town):
    with pytest.raises(Refused, match="体检还能查到这个问题") as refusal:
        done(office_town, close, matter)
    assert refusal.value.basis == "branch-work-regulations-2018, 第四条"
    assert done(office_town, close, matter, note="下月并入第二支部").closing_note == "下月并入第二支部"


def test_a_closed_matter_stays_as_it_is(matter, secretary, office_town):
    closed = done(office_town, close, matter, note="下月并入第二支部")
    with pytest.raises(Refused, match="已经办结"):
        done(secretary, answer, closed, answer="好了")
    with pytest.raises(Refused, match="已经办结"):
        done(office_town, close, closed, note="再来")


def test_it_can_be_opened_again_once_it_was_closed(tree, matter, office_town):
    done(office_town, close, matter, note="下月并入第二支部")
    assert done(office_town, open_matter, tree.branch, kind="empty").closed_on is None


def test_a_merger_ends_the_matters_of_the_one_that_goes(tree, matter, office_town):
    done(office_town, merge, tree.branch, into=tree.other_branch, on=date(2026, 3, 1), basis="文件")
    closed = Matter._base_manager.get(pk=matter.pk)
    assert (closed.closed_on, closed.closing_note) == (today(), "组织已并入云桥东社区第二支部")


def test_a_matter_is_seen_at_the_branch_and_above_only(matter, secretary, office_town, neighbour, office_other_town):
    assert Matter._base_manager.count() == 1  # there is something to leak
    seen = {}
    for actor in (secretary, office_town, neighbour, office_other_town):
        with reaching(actor.reach()):
            seen[actor.user.username] = matters().count()
    assert seen == {"secretary": 1, "office_town": 1, "neighbour": 0, "office_other_town": 0}


def test_it_waits_on_the_desk_of_whoever_has_to_do_something(tree, matter, secretary, office_town):
    elected(tree.branch)

    def waiting(actor):
        with reaching(actor.reach()):
            return [(one.title, one.word) for one in waiting_for(actor, today())]

    assert (waiting(secretary), waiting(office_town)) == ([("整改：没有党员", "待整改")], [])
    done(secretary, answer, matter, answer="已经核对")
    title = "核对整改：云桥东社区第一支部 没有党员"
    assert (waiting(secretary), waiting(office_town)) == ([], [(title, "待核对")])
