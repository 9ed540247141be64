"""Somebody goes away, and somebody comes: each side registers, and the two are matched."""

from datetime import date
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.members.choices import GONE, Standing
from jingwei.members.models import Member
from jingwei.organizations.models import Organization

from ..choices import Reason
from ..models import Floating, Inflow
from ..rules.away import CONTACT_PERSON, NEARBY
from ..selectors.matching import floating_for, inflow_for
from .standing import stand

CANNOT = GONE | {Standing.SUSPENDED, Standing.LOST}


@action("floating.edit", title="流出登记")
def register_away(actor: Actor, member: Member, /, **values: Any) -> Floating:
    """The member is away; the receiving organization, if it is in this system, is asked to take them in. `values` are
    columns of Floating. Raises Refused."""
    member = member.fresh(locked=True)
    _must_be_able(member, values["since"])
    if not values.get("contact_person", "").strip():
        raise Refused("要指定一名联系人。", basis=CONTACT_PERSON.basis, next_step="请填写支部里由谁联系。")
    floating = Floating(member=member, organization=member.organization, **values)
    if floating.receiving is not None and floating.receiving.pk == member.organization_id:
        raise Refused("流入地不能是党员自己的支部。", basis=NEARBY.basis, next_step="请另选流入地党组织。")
    floating.save()
    _ask_receiving(floating)
    standing = Standing.ABROAD if floating.reason == Reason.ABROAD else Standing.FLOATING
    if member.standing == Standing.NORMAL:
        stand(actor, member, standing, on=floating.since, basis=f"流出登记：{floating.location}")
    return floating


def _must_be_able(member: Member, since: date) -> None:
    if member.standing in CANNOT:
        raise Refused(
            f"{member}现在是“{member.get_standing_display()}”，不能办流出登记。", next_step="请先把党籍状态理清楚。"
        )
    if since > today():
        raise Refused("离开的日期还没有到。", next_step="请到那一天再登记。")
    if Floating._base_manager.filter(member=member, ended_on=None).exists():
        raise Refused(f"{member}已经有一份流出登记。", next_step="换了地方的，请先结束原来的登记，再登记新的。")


def _ask_receiving(floating: Floating) -> None:
    """Match what the receiving side has registered already; else ask it with a record of its own."""
    if floating.receiving is None:
        return
    inflow = inflow_for(floating)
    if inflow is None:
        inflow = Inflow(organization=floating.receiving, name=floating.member.name, since=floating.since)
        inflow.location = floating.location
        inflow.home = floating.organization
    inflow.floating = floating
    inflow.save()


@action("floating.edit", title="流入登记")
def register_here(actor: Actor, organization: Organization, /, **values: Any) -> Inflow:
    """Somebody from elsewhere takes part here; a home branch of this system is asked to acknowledge, unless it has
    registered the same person as having left. `values` are columns of Inflow. Raises Refused."""
    inflow = Inflow(organization=organization, confirmed_on=today(), **values)
    if inflow.since > today():
        raise Refused("来到本地的日期还没有到。", next_step="请到那一天再登记。")
    if inflow.home is not None and inflow.home.pk == organization.pk:
        raise Refused("组织关系就在本支部的，不用流入登记。")
    inflow.floating = floating_for(inflow)
    inflow.save()
    if inflow.floating is not None and inflow.floating.receiving is None:
        inflow.floating.receiving, inflow.floating.outside = organization, ""
        inflow.floating.save()
    return inflow


@action("floating.edit", title="确认报到")
def confirm(actor: Actor, inflow: Inflow, /, *, contact_person: str) -> Inflow:
    """The person has reported here; somebody here keeps in touch. Raises Refused for one who has reported before."""
    inflow = inflow.fresh(locked=True)
    if inflow.confirmed_on is not None or inflow.ended_on is not None:
        raise Refused("已经确认过，或者已经离开。", next_step="请刷新页面，查看最新情况。")
    inflow.confirmed_on, inflow.contact_person = today(), contact_person
    inflow.save()
    return inflow


@action("floating.edit", title="认领流入登记")
def acknowledge(actor: Actor, member: Member, /, *, inflow: Inflow, **values: Any) -> Floating:
    """The home branch says who it is that the receiving side has registered, and makes its own record of it. `values`:
    reason, is_fixed, contact_person, expected_back. Raises Refused."""
    inflow = inflow.fresh(locked=True)
    if inflow.floating_id is not None or inflow.ended_on is not None or inflow.home_id != member.organization_id:
        raise Refused("这份流入登记已经认领，或者不是本支部的。", next_step="请刷新页面，查看最新情况。")
    if inflow.name != member.name:
        raise Refused(f"登记的是“{inflow.name}”，和选择的党员不是同一个人。", next_step="请重新选择党员。")
    place = inflow.location or str(inflow.organization)
    return register_away(actor, member, since=inflow.since, location=place, receiving=inflow.organization, **values)
