"""The writes of this room.

`change`, `correct`, `enrol`, `contact` are done by whoever holds member.edit at the member's place. `set_standing`,
`move_member` and `carry_members` run inside the act of the procedure that decides them, with that procedure's right.
"""

from .editing import change, contact, correct
from .enrolling import enrol
from .procedures import carry_group, carry_members, move_member, set_standing

__all__ = ["carry_group", "carry_members", "change", "contact", "correct", "enrol", "move_member", "set_standing"]
