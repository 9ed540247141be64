"""Where a task stands on a day, one by one and counted."""

from datetime import date, timedelta

import pytest

from jingwei.kernels.plans.actions import dispatching, progress
from jingwei.kernels.plans.choices import TaskState
from jingwei.kernels.plans.selectors.progress import by_child, of
from jingwei.kernels.plans.selectors.tasks import STATES, due, in_state, stands, state_of, tally, tasks

from .conftest import TODAY

DUE = date(2026, 6, 30)
BEFORE, AFTER = DUE - timedelta(days=1), DUE + timedelta(days=1)


def seen(cast, acting, task, on):
    with acting(cast.office_town):
        return state_of(tasks().get(pk=task.pk), on=on)


@pytest.fixture
def reported(cast, acting, task):
    with acting(cast.superior):
        progress.report(cast.superior, task, happened_on=TODAY, note="准备中", amount=0)
    return task


@pytest.mark.parametrize(("on", "state"), [(BEFORE, "not_started"), (DUE, "not_started"), (AFTER, "late")])
def test_a_task_without_reports_is_not_started_until_it_is_late(cast, acting, task, on, state):
    assert seen(cast, acting, task, on) == state


@pytest.mark.parametrize(("on", "state"), [(BEFORE, "under_way"), (DUE, "under_way"), (AFTER, "late")])
def test_a_task_with_reports_is_under_way_until_it_is_late(cast, acting, reported, on, state):
    assert seen(cast, acting, reported, on) == state


@pytest.mark.parametrize("on", [BEFORE, DUE, AFTER])
def test_what_is_done_stays_done(cast, acting, task, on):
    with acting(cast.superior):
        progress.report(cast.superior, task, happened_on=TODAY, note="办完", amount=1, is_final=True)
    assert seen(cast, acting, task, on) == "done"


@pytest.mark.parametrize("on", [BEFORE, DUE, AFTER])
def test_what_is_withdrawn_is_nothing_else(cast, acting, reported, on):
    with acting(cast.office_town):
        dispatching.withdraw(cast.office_town, reported)
        assert stands(tasks().get(pk=reported.pk), on) == ("withdrawn", "none")


@pytest.fixture
def many(cast, acting, giving, clearance):
    """Six tasks of two communities: three not started, one under way, one done, one withdrawn."""
    both = [cast.tree.community, cast.tree.other_community]
    given = [
        task
        for month in (5, 6, 7)
        for task in giving(
            *both, clearance=clearance, title=f"第{month}件", period="once", due_on=date(2026, month, 30)
        )
    ]
    with acting(cast.office_town):
        progress.report(cast.office_town, given[0], happened_on=TODAY, note="办完", amount=1)
        progress.report(cast.office_town, given[2], happened_on=TODAY, note="在办", amount=0)
        dispatching.withdraw(cast.office_town, given[5])
    return given


@pytest.mark.parametrize("on", [TODAY, date(2026, 5, 31), date(2026, 7, 1), date(2026, 8, 1)])
def test_the_tally_is_what_counting_gives(cast, acting, many, on):
    with acting(cast.office_town):
        counted = [state_of(task, on=on) for task in tasks()]
        assert tally(tasks(), on=on) == {state: counted.count(state) for state in STATES}


@pytest.mark.parametrize("on", [TODAY, date(2026, 7, 1)])
def test_every_task_is_in_one_state_only(cast, acting, many, on):
    with acting(cast.office_town):
        for task in tasks():
            held = [state for state in TaskState.values if tasks().filter(in_state(state, on=on), pk=task.pk).exists()]
            assert held == [state_of(task, on=on)]


@pytest.mark.parametrize("on", [TODAY, date(2026, 7, 1)])
def test_the_children_add_up_to_the_whole(cast, acting, many, on):
    with acting(cast.office_town):
        children = by_child(cast.tree.town, on=on)
        whole = of(cast.tree.town, on=on)
    assert [str(child.organization) for child in children] == ["云桥东社区", "云桥西社区"]
    assert {state: sum(child.tally[state] for child in children) for state in STATES} == whole.tally
    assert whole.total == 5


@pytest.mark.parametrize(("days", "shown"), [(7, 1), (6, 0)])
def test_what_is_due_is_listed_from_so_many_days_before(cast, acting, task, days, shown):
    on = DUE - timedelta(days=7)
    with acting(cast.office_town):
        assert len(due(cast.tree.community, on=on, until=on + timedelta(days=days))) == shown


@pytest.mark.parametrize(("on", "soon"), [(date(2026, 6, 22), 0), (date(2026, 6, 23), 1), (DUE, 1), (AFTER, 0)])
def test_the_filter_of_the_yellow_light_agrees_with_the_light(cast, acting, task, on, soon):
    with acting(cast.office_town):
        assert tasks().filter(in_state("soon", on=on)).count() == soon
        assert (stands(tasks().get(pk=task.pk), on)[1] == "yellow") == bool(soon)
