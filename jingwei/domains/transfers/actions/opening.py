"""The letter as a paper shows the identity number: opening it is a look, on record like every other."""

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.secrets.choices import Purpose
from jingwei.foundation.secrets.looks import look

from ..models import Letter


@action("transfer.approve", title="打印介绍信")
def open_number(actor: Actor, letter: Letter, /) -> str:
    """The identity number of the member whom the letter names; "" where none is registered. Raises Refused for who
    has looked too often."""
    member = letter.transfer.member
    return look(actor, member, field="id_number", purpose=Purpose.TRANSFER, words=f"开具介绍信（{letter.number}）")
