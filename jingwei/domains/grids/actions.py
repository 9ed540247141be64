"""The writes of this room: who serves the neighbours from home."""

from datetime import date

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.members.models import Member
from jingwei.organizations.choices import AreaKind
from jingwei.organizations.models import Area

from .models import MemberHousehold


@action("area.edit", title="设立党员中心户")
def open_household(
    actor: Actor, area: Area, /, *, member: Member, does: str, consented_on: date, since: date
) -> MemberHousehold:
    """A member serves the neighbours from home. Raises Refused without the member's consent before it, outside a grid
    or building, for who has left, and for who does so already."""
    if area.kind not in (AreaKind.GRID, AreaKind.BUILDING):
        raise Refused("党员中心户设在网格或者楼栋里。", next_step="请换一个片区。")
    if member.left_on is not None:
        raise Refused(f"{member}已经离开，不能设党员中心户。")
    if not consented_on <= since or consented_on > today():
        raise Refused("要先得到本人同意。", next_step="请先征求本人意见，再写同意的日期。")
    if MemberHousehold.objects.filter(member=member, until=None).exists():
        raise Refused(f"{member}已经是党员中心户。", next_step="要换地方的，先结束原来的。")
    household = MemberHousehold(area=area, member=member, does=does, consented_on=consented_on, since=since)
    household.save()
    return household


@action("area.edit", title="结束党员中心户")
def close_household(actor: Actor, household: MemberHousehold, /) -> MemberHousehold:
    """It ends today; the member may withdraw at any time."""
    if household.until is not None:
        raise Refused("已经结束。")
    household.until = max(household.since, today())
    household.save()
    return household
