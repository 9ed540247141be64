"""What waits for somebody in this room, for the home page."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.secrets.selectors import alarms
from jingwei.foundation.ui.due import Due, to_do

from .rights import waiting


def waiting_for(actor: Actor, on: date) -> Iterator[Due]:
    """The requests of people about their own data, and the alarms at too many looks."""
    for one in waiting(actor):
        href = reverse("privacy:request", args=[one.pk])
        late = one.due_on < on
        title, word = f"{one.owner}申请{one.get_kind_display()}个人信息", "已超期" if late else "待办"
        note = f"{one.made_on.month}月{one.made_on.day}日提出"
        yield Due(title, one.due_on, "late" if late else "soon", word, note, href, "去办理", href)
    if actor.may_anywhere("alarm.answer"):
        for alarm in alarms(open_only=True):
            yield to_do(str(alarm), "查看个人信息过多，请核实", reverse("privacy:alarm", args=[alarm.pk]), "去核实")
