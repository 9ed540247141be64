"""How the register calls a member who is away, lost or back: from the day that it was so, or from the day after the
last such change where that one is later."""

from datetime import date, timedelta

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import today
from jingwei.members.actions import set_standing
from jingwei.members.choices import FactKind
from jingwei.members.models import Member
from jingwei.members.selectors import beginnings


def stand(actor: Actor, member: Member, standing: str, *, on: date, basis: str) -> None:
    """The member stands so from `on`, as far as the register allows. Raises Refused for a second change in a day."""
    set_standing(actor, member, standing=standing, on=from_day(member, on), basis=basis)


def from_day(member: Member, on: date) -> date:
    """`on`, or the day after the last change of the standing; never a day to come."""
    began = beginnings([member]).get((member.pk, FactKind.STANDING))
    after = began.since + timedelta(days=1) if began is not None and began.since else on
    return min(max(on, after), today())
