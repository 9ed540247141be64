"""Transfers as figures."""

from datetime import timedelta

import pytest

from jingwei.domains.transfers.models import Arrival, Step, Transfer
from jingwei.foundation.clock import today
from tests.figures import by_month, changed, counted, divided, on_the_day, saved, this_month
from tests.kernels.figures.people import person


@pytest.fixture
def transfer(tree):
    goes = {"organization": tree.branch, "target": tree.other_branch, "reason": "home"}
    return saved(Transfer(member=person(tree.branch, "甲"), asked_on=today(), **goes))


@pytest.fixture
def step(tree, transfer):
    days = {"opened_on": today(), "warned_from": today(), "due_on": today() + timedelta(days=5)}
    return saved(Step(organization=tree.town, transfer=transfer, kind="approve", **days))


def test_a_transfer_is_open_until_it_has_ended(tree, transfer):
    assert divided(tree.branch, "transfers.open", "reason") == {"home": 1}
    assert by_month(tree.branch, "transfers.asked") == {this_month(): 1}
    changed(transfer, ended_on=today(), outcome="done")
    assert counted(tree.branch, "transfers.open") == 0
    assert by_month(tree.branch, "transfers.ended") == {this_month(): 1}
    assert divided(tree.city, "transfers.ended", "outcome") == {"done": 1}


def test_a_step_is_late_with_who_has_to_do_it_the_day_after_it_was_due(tree, step):
    assert divided(tree.town, "transfers.steps", "kind") == {"approve": 1}
    assert counted(tree.branch, "transfers.steps") == 0
    on_the_day(step.due_on, "transfers.late_steps", "transfers.steps")
    assert counted(tree.town, "transfers.late_steps") == 0
    on_the_day(step.due_on + timedelta(days=1), "transfers.late_steps", "transfers.steps")
    assert counted(tree.town, "transfers.late_steps") == 1


def test_a_step_waits_no_more_when_the_transfer_is_taken_back(tree, transfer, step):
    assert counted(tree.town, "transfers.steps") == 1
    changed(transfer, ended_on=today(), outcome="revoked")
    assert counted(tree.town, "transfers.steps") == 0


@pytest.mark.parametrize(("due", "how"), [(0, "timely"), (-1, "late")])
def test_a_step_done_by_its_day_was_done_in_time(tree, step, due, how):
    changed(step, done_on=today(), verdict="agreed", due_on=today() + timedelta(days=due))
    assert divided(tree.town, "transfers.steps_done", "timely") == {how: 1}


def test_who_came_from_outside_counts_in_the_month(tree):
    letter = {"letter_from": "外县县委", "letter_number": "7", "letter_on": today(), "valid_until": today()}
    one = person(tree.branch, "乙")
    saved(Arrival(organization=tree.branch, member=one, arrived_on=today(), **letter))
    assert by_month(tree.city, "transfers.arrivals") == {this_month(): 1}
