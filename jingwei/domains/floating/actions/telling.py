"""What is told of somebody who is away."""

from datetime import date

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.organizations.models import Organization

from ..choices import FeedbackKind
from ..models import Feedback, Floating, Inflow


@action("floating.edit", title="登记联系")
def keep_in_touch(actor: Actor, floating: Floating, /, *, on: date, note: str) -> Feedback:
    """The home branch had contact. Raises Refused for a day to come or before leaving."""
    return _tell(floating, floating.organization, FeedbackKind.CONTACT, on, note)


@action("floating.edit", title="反馈流动党员情况")
def feed_back(actor: Actor, inflow: Inflow, /, *, kind: str, on: date, note: str = "") -> Feedback:
    """The receiving side tells the home branch. Raises Refused where no home branch is matched yet."""
    if inflow.floating is None:
        raise Refused("流出地支部还没有认领，没有地方反馈。", next_step="请先等流出地支部认领，或者打电话联系。")
    return _tell(inflow.floating, inflow.organization, kind, on, note)


def _tell(floating: Floating, organization: Organization, kind: str, on: date, note: str) -> Feedback:
    if not floating.since <= on <= today():
        raise Refused("日期不能早于外出的日期，也不能晚于今天。", next_step="请核对日期。")
    if floating.ended_on is not None:
        raise Refused("这次流动已经结束。", next_step="请刷新页面，查看最新情况。")
    feedback = Feedback(floating=floating, organization=organization, kind=kind, on=on, note=note)
    feedback.save()
    return feedback
