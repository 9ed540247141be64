"""The writes of this room that are acts of their own. Looks are parts of the acts of other rooms (looks.py)."""

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import now
from jingwei.foundation.errors import Refused

from .models import Alarm


@action("alarm.answer", title="处理查看预警")
def answer_alarm(actor: Actor, alarm: Alarm, /, *, answer: str) -> Alarm:
    """Say what was found out and done. After that the person may look on. Nobody answers an alarm about oneself."""
    if alarm.user_id == actor.user.pk:
        raise Refused("自己引起的预警不能由自己处理。", next_step="请由另一位安全管理员处理。")
    if alarm.answered_at:
        raise Refused("这条预警已经处理过了。", next_step="请返回列表，查看处理情况。")
    alarm.answer, alarm.answered_at, alarm.answered_by = answer, now(), actor.user
    alarm.save()
    return alarm
