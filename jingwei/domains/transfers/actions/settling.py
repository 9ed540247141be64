"""The moment in which a membership changes hands: one row of the register, so it is in one branch before and after."""

from datetime import date

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.errors import Refused
from jingwei.members.actions import move_member, set_standing
from jingwei.members.choices import Standing

from ..models import Letter, Transfer


def settle_in(actor: Actor, transfer: Transfer, *, on: date) -> None:
    """The member belongs to the receiving branch from now on."""
    member = transfer.member.fresh(locked=True)
    if transfer.target is None:
        raise Refused("这次转接没有转入支部。")
    move_member(
        actor, member, organization=transfer.target, on=on, basis=f"组织关系转接，由{transfer.organization}转入"
    )
    transfer.member = member


def settle_out(actor: Actor, transfer: Transfer, *, on: date) -> None:
    """The member has left this system, with the letter as the ground."""
    member = transfer.member.fresh(locked=True)
    letter = Letter._base_manager.filter(transfer=transfer).order_by("-id")[0]
    basis = f"{letter.organization}{letter}，转往{transfer.outside}"
    transfer.member = set_standing(actor, member, standing=Standing.TRANSFERRED, on=on, basis=basis)
