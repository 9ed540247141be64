"""The one write of this room: an area sets a number that the law leaves to it."""

from datetime import date

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.errors import Refused

from .models import LocalValue
from .phrases import in_words
from .rules import Number, beyond_bounds, can_be_set
from .selectors import Slot


@action("regulation.set_local", title="设定本地取值")
def set_local(actor: Actor, slot: Slot, /, *, value: Number, since: date, basis: str) -> LocalValue:
    """Set the number for the slot's place and all below, from a day on. `basis` names the area's document. Setting
    it again for the same day replaces what was set. Raises Refused outside the bounds that the law gives."""
    parameter = slot.parameter
    if not can_be_set(parameter):
        raise Refused(
            "这个数字由文件规定，不能自己设定。",
            basis=parameter.current.basis,
            next_step="如果文件已经修改，请联系平台管理员更新法规库。",
        )
    if words := beyond_bounds(parameter, value):
        raise Refused(words, basis=parameter.current.basis, next_step="请填一个范围之内的数。")
    row = LocalValue.objects.filter(path=slot.path, key=parameter.key, since=since).first()
    row = row or LocalValue(path=slot.path, key=parameter.key, since=since)
    row.value, row.basis, row.set_by = in_words(value), basis, actor.title
    row.save()
    return row
