"""Somebody comes from outside with a letter."""

from datetime import date
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.members.actions import enrol
from jingwei.organizations.models import Organization

from ..models import Arrival
from ..rules import ACROSS_SYSTEMS, LETTER_DAYS, has_expired

LETTER = ("letter_from", "letter_number", "letter_on", "valid_until", "arrived_on")


@action("transfer.approve", title="接收外来党员")
def arrive(actor: Actor, organization: Organization, /, **values: Any) -> Arrival:
    """Enter the member in the register of the branch, on the letter: `values` are the columns of Arrival and those of
    Member. Raises Refused for a letter that has expired or was used, and what the register refuses."""
    letter = {name: values.pop(name) for name in LETTER}
    _must_hold(letter["letter_on"], letter["valid_until"], letter["arrived_on"])
    if Arrival._base_manager.filter(**{name: letter[name] for name in LETTER[:3]}).exists():
        raise Refused("这封介绍信已经用过。", basis=ACROSS_SYSTEMS.basis, next_step="请核对编号和开具单位。")
    basis = f"{letter['letter_from']}介绍信（{letter['letter_number']}）"
    member = enrol(actor, organization, since=letter["arrived_on"], basis=basis, **values)
    arrival = Arrival(organization=organization, member=member, **letter)
    arrival.save()
    return arrival


def _must_hold(letter_on: date, valid_until: date, arrived_on: date) -> None:
    """Raises Refused for a letter that did not hold on the day of arrival."""
    if not letter_on <= arrived_on <= today():
        raise Refused("接收日期不能早于介绍信，也不能晚于今天。", next_step="请核对介绍信和报到的日期。")
    if has_expired(valid_until, on=arrived_on):
        raise Refused(
            "介绍信已经过期。",
            basis=LETTER_DAYS.at(arrived_on).basis,
            next_step="请党员回原党组织，由原支部出具证明后重开。",
        )
