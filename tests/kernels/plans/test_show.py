"""A plan as it is carried out: measures against their targets, tasks by state."""

from datetime import date
from decimal import Decimal

import pytest

from jingwei.kernels.figures.actions.folding import fold_all
from jingwei.kernels.plans.actions import dispatching, progress, reviewing
from jingwei.kernels.plans.links import figures
from jingwei.kernels.plans.models import Measure
from jingwei.kernels.plans.selectors.plans import plans, with_progress
from jingwei.kernels.plans.selectors.show import carried_out, plan_tasks

from .conftest import TODAY

END = date(2026, 12, 31)


@pytest.fixture
def measure(duty):
    return Measure._base_manager.get(duty=duty)


@pytest.fixture
def given(cast, giving, clearance, measure):
    """The joint meetings of two communities: three quarters each."""
    both = [cast.tree.community, cast.tree.other_community]
    return giving(*both, clearance=clearance, measure=measure)


def shown(cast, acting, plan, part="office_town", on=TODAY):
    """The duty of the joint meetings as the plan's page shows it."""
    with acting(getattr(cast, part)):
        chapters = carried_out(plan, on=on)
    return next(d for c in chapters for i in c.items for d in i.duties if "联席会议" in d.duty.text)


def test_a_measure_that_nobody_was_given_has_no_result(cast, acting, plan):
    (found,) = shown(cast, acting, plan).measures
    assert (found.reported, found.is_met, found.standing) == (None, None, ("todo", "还没有下达"))


def test_a_measure_is_wanted_from_all_in_all_periods(cast, acting, plan, given):
    with acting(cast.office_town):
        progress.report(cast.office_town, given[0], happened_on=TODAY, note="开了", amount=Decimal(1))
    (found,) = shown(cast, acting, plan).measures
    assert (found.reported, found.wanted, found.standing[1]) == (1, 6, "进行中")


def test_more_from_one_does_not_make_up_for_another(cast, acting, plan, given):
    with acting(cast.office_town):
        progress.report(cast.office_town, given[0], happened_on=TODAY, note="多开", amount=Decimal(9))
    (found,) = shown(cast, acting, plan).measures
    assert (found.reported, found.wanted, found.is_met) == (9, 6, False)


def test_a_measure_is_reached_when_all_who_were_given_it_are_done(cast, acting, plan, given):
    with acting(cast.office_town):
        for task in given:
            progress.report(cast.office_town, task, happened_on=TODAY, note="办完", amount=Decimal(3), is_final=True)
    (found,) = shown(cast, acting, plan).measures
    assert (found.reported, found.standing) == (6, ("done", "已达到"))


@pytest.mark.parametrize(("on", "standing"), [(date(2026, 6, 30), "进行中"), (date(2026, 7, 1), "2 项任务逾期")])
def test_a_measure_is_late_when_its_tasks_are(cast, acting, plan, given, on, standing):
    (found,) = shown(cast, acting, plan, on=on).measures
    assert found.standing[1] == standing


def test_what_was_passed_on_is_not_counted_twice(cast, acting, plan, given, order):
    with acting(cast.office_town):
        (child,) = dispatching.pass_on(cast.office_town, given[0], organizations=[cast.tree.branch], order=order())
        progress.report(cast.office_town, child, happened_on=TODAY, note="支部开了", amount=Decimal(1))
    found = shown(cast, acting, plan)
    assert (found.measures[0].reported, found.measures[0].wanted, found.total) == (0, 6, 3)


def test_a_struck_report_is_not_counted(cast, acting, plan, given):
    with acting(cast.office_town):
        wrong = progress.report(cast.office_town, given[0], happened_on=TODAY, note="填错", amount=Decimal(5))
        progress.strike(cast.office_town, wrong, reason="填错")
    assert shown(cast, acting, plan).measures[0].reported == 0


def test_a_withdrawn_task_is_not_counted(cast, acting, plan, given):
    with acting(cast.office_town):
        dispatching.withdraw(cast.office_town, given[0])
    found = shown(cast, acting, plan)
    assert (found.total, found.measures[0].wanted) == (1, 3)


def test_each_level_sees_what_lies_below_it(cast, acting, plan, given):
    assert shown(cast, acting, plan, "office_district").total == 2
    assert shown(cast, acting, plan, "superior").total == 1
    assert shown(cast, acting, plan, "secretary").total == 0


@pytest.fixture
def folded(tree):
    fold_all()


def test_a_linked_measure_is_counted_by_the_platform(cast, acting, draft, folded):
    with acting(cast.office_town):
        measure = Measure.objects.filter(duty__item__chapter__plan=draft, unit="个").get()
        reviewing.edit_measure(cast.office_town, measure, figure="organizations.branches", value=Decimal(4))
        chapters = carried_out(draft, on=TODAY)
    found = next(m for c in chapters for i in c.items for d in i.duties for m in d.measures if m.counted)
    assert (found.counted, found.reported, found.wanted, found.is_met) == ("党支部", 4, 4, True)


@pytest.mark.parametrize(
    ("comparator", "value", "met"), [("at_least", 5, False), ("at_most", 4, True), ("at_most", 3, False)]
)
def test_a_counted_measure_is_compared_as_it_says(cast, acting, draft, folded, comparator, value, met):
    with acting(cast.office_town):
        measure = Measure.objects.filter(duty__item__chapter__plan=draft, unit="个").get()
        reviewing.edit_measure(
            cast.office_town, measure, figure="organizations.branches", value=Decimal(value), comparator=comparator
        )
        chapters = carried_out(draft, on=TODAY)
    found = next(m for c in chapters for i in c.items for d in i.duties for m in d.measures if m.counted)
    assert found.is_met is met


def test_every_figure_can_be_counted_for_any_place(cast, acting, folded):
    with acting(cast.office_district):
        counted = {key: figure.count(cast.tree.district) for key, figure in figures().items()}
    assert counted["organizations.branches"] == 8
    assert all(isinstance(value, Decimal) for value in counted.values())


@pytest.mark.parametrize(("part", "branches"), [("office_town", 4), ("superior", 2), ("secretary", 1), ("member", 0)])
def test_a_reader_further_down_is_told_what_lies_within_reach(cast, acting, folded, part, branches):
    with acting(getattr(cast, part)):
        assert figures()["organizations.branches"].count(cast.tree.town) == branches


def test_the_three_figures_that_plans_are_linked_to_are_there():
    assert {"members.members", "organizations.branches", "organizations.resident_units"} <= set(figures())


def test_the_list_of_plans_says_how_far_each_is(cast, acting, plan, given):
    with acting(cast.office_town):
        ((found, tally),) = with_progress(plans(), on=TODAY)
    assert (found, tally) == (plan, {"done": 0, "under_way": 0, "late": 0, "not_started": 2})


def test_the_tasks_of_an_export_stand_in_the_order_of_the_plan(cast, acting, plan, given):
    with acting(cast.office_town):
        assert plan_tasks(plan) == given
