"""A change of an approved plan is a revision; the tasks follow their duties and measures."""

import pytest

from jingwei.foundation.errors import Refused
from jingwei.kernels.plans.actions import dispatching, reviewing, revising
from jingwei.kernels.plans.models import Duty, Measure


@pytest.fixture
def measured(cast, duty, giving, clearance):
    """A task given by the measure of the joint meetings."""
    measure = Measure._base_manager.get(duty=duty)
    return giving(cast.tree.community, clearance=clearance, measure=measure)[0]


@pytest.fixture
def revision(cast, acting, plan):
    with acting(cast.office_town):
        return revising.revise(cast.office_town, plan)


def copied(revision, duty):
    return Duty._base_manager.get(item__chapter__plan=revision, origin=duty)


def test_a_revision_is_a_copy_that_nobody_below_sees(cast, acting, plan, revision):
    assert (revision.state, revision.revision, revision.revises, revision.text) == ("draft", 1, plan, plan.text)
    assert (
        Duty._base_manager.filter(item__chapter__plan=revision).count()
        == Duty._base_manager.filter(item__chapter__plan=plan).count()
    )
    with acting(cast.secretary):
        assert list(type(plan).objects.all()) == [plan]


def test_one_revision_is_open_at_a_time(cast, acting, plan, revision):
    with acting(cast.office_town), pytest.raises(Refused, match="已经有一份修订稿"):
        revising.revise(cast.office_town, plan)


def test_a_draft_is_not_revised(cast, acting, draft):
    with acting(cast.office_town), pytest.raises(Refused, match="只有已审定"):
        revising.revise(cast.office_town, draft)


def test_an_approved_revision_takes_the_place_of_the_plan(cast, acting, plan, revision):
    with acting(cast.office_town):
        revising.approve_revision(cast.office_town, revision)
        with pytest.raises(Refused, match="只有已审定"):
            revising.revise(cast.office_town, plan.fresh())
    assert (plan.fresh().state, revision.fresh().state) == ("retired", "approved")


def test_a_task_follows_its_duty_and_its_measure(cast, acting, duty, measured, revision):
    new = copied(revision, duty)
    with acting(cast.office_town):
        reviewing.edit_duty(cast.office_town, new, text="每季度召开一次联席会议并公示。", actors="")
        revising.approve_revision(cast.office_town, revision)
    assert (measured.fresh().duty, measured.fresh().measure.origin) == (new, measured.measure)


def test_a_task_goes_where_its_measure_was_moved(cast, acting, duty, measured, revision):
    new = copied(revision, duty)
    with acting(cast.office_town):
        second = reviewing.split_duty(cast.office_town, new, at=new.text.index("每季度"))
        revising.approve_revision(cast.office_town, revision)
    assert measured.fresh().duty == second


def test_an_open_task_may_not_lose_its_duty(cast, acting, duty, task, revision):
    with acting(cast.office_town):
        reviewing.drop_duty(cast.office_town, copied(revision, duty))
        with pytest.raises(Refused, match="还有 1 项没有完成的任务"):
            revising.approve_revision(cast.office_town, revision)
    assert revision.fresh().state == "draft"


def test_a_task_taken_back_stays_with_the_plan_as_it_was(cast, acting, duty, task, revision):
    with acting(cast.office_town):
        dispatching.withdraw(cast.office_town, task)
        reviewing.drop_duty(cast.office_town, copied(revision, duty))
        revising.approve_revision(cast.office_town, revision)
    assert task.fresh().duty == duty


def test_a_retired_plan_gives_no_tasks(cast, acting, duty, order, revision):
    with acting(cast.office_town):
        revising.approve_revision(cast.office_town, revision)
        stale = Duty.objects.select_related("item__chapter__plan").get(pk=duty.pk)
        with pytest.raises(Refused, match="已被修订替代"):
            dispatching.dispatch(cast.office_town, stale, organizations=[cast.tree.town], order=order())


def test_what_is_no_revision_is_not_approved_as_one(cast, acting, draft):
    with acting(cast.office_town), pytest.raises(Refused, match="不是修订稿"):
        revising.approve_revision(cast.office_town, draft)
