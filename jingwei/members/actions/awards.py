"""Honours of a member."""

from datetime import date

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused

from ..models import Award, Member


@action("member.edit", title="登记荣誉")
def add_award(actor: Actor, member: Member, /, *, title: str, awarded_on: date, awarded_by: str) -> Award:
    """An honour that the member received. Raises Refused for a day to come, and for one that is there already."""
    if awarded_on > today():
        raise Refused("授予日期还没有到。", next_step="请核对日期。")
    if Award.objects.filter(member=member, title=title, awarded_on=awarded_on).exists():
        raise Refused("这项荣誉已经登记过。", next_step="请在荣誉里核对。")
    award = Award(path=member.path, member=member, title=title, awarded_on=awarded_on, awarded_by=awarded_by)
    award.save()
    return award


@action("member.edit", title="删除荣誉")
def drop_award(actor: Actor, award: Award, /) -> None:
    """It was registered by mistake."""
    award.delete()
