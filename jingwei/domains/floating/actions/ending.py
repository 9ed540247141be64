"""Somebody is no longer away: back home, or transferred."""

from datetime import date

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.members.choices import Standing
from jingwei.members.models import Member

from ..choices import Ending
from ..models import Floating, Inflow
from .standing import stand

AWAY = (Standing.FLOATING, Standing.ABROAD)


@action("floating.edit", title="结束流动")
def come_back(actor: Actor, floating: Floating, /, *, on: date) -> Floating:
    """The member is back in the home branch. Raises Refused for a day before leaving or still to come."""
    floating = floating.fresh(locked=True)
    if floating.ended_on is not None:
        raise Refused("这次流动已经结束。", next_step="请刷新页面，查看最新情况。")
    if not floating.since <= on <= today():
        raise Refused("返回的日期不能早于离开的日期，也不能晚于今天。", next_step="请核对日期。")
    _close(floating, on, Ending.RETURNED)
    stand_normal(actor, floating.member, on=on, basis="外出返回")
    return floating


@action("floating.edit", title="结束流入")
def leave_again(actor: Actor, inflow: Inflow, /, *, on: date) -> Inflow:
    """The member has left the receiving side; the home branch goes on with its own record. Raises Refused."""
    if inflow.ended_on is not None or not inflow.since <= on <= today():
        raise Refused("离开的日期不能早于来到的日期，也不能晚于今天。", next_step="请核对日期。")
    inflow.ended_on = on
    inflow.save()
    return inflow


def end_with_transfer(actor: Actor, member: Member, *, on: date) -> None:
    """A transferred member is away no longer, and stands as usual where the membership is now. Runs inside the act
    that transfers."""
    for floating in Floating._base_manager.filter(member=member, ended_on=None):
        _close(floating, max(on, floating.since), Ending.TRANSFERRED)
        if member.left_on is None:
            stand_normal(actor, member, on=on, basis="组织关系已转到所在地")


def stand_normal(actor: Actor, member: Member, *, on: date, basis: str) -> None:
    """Back to the usual standing, if it was that of somebody away."""
    if member.standing in AWAY:
        stand(actor, member, Standing.NORMAL, on=on, basis=basis)


def _close(floating: Floating, on: date, ending: Ending) -> None:
    floating.ended_on, floating.ending = on, ending
    floating.save()
    for inflow in Inflow._base_manager.filter(floating=floating, ended_on=None):
        inflow.ended_on = max(on, inflow.since)
        inflow.save()
