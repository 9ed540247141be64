"""A member's record as the rules read it."""

from typing import Any

from ..models import Member
from ..rules.joining import Record

COLUMNS = ("name", "gender", "born_on", "ethnic", "education", "occupation", "joined_on", "approved_on", "full_on")


def record_of(member: Member) -> Record:
    """Opens the sealed numbers to check them against the rest; shows them to nobody."""
    values: dict[str, Any] = {name: getattr(member, name) for name in COLUMNS}
    return Record(**values, id_number=_opened(member.id_number), phone=_opened(member.phone))


def _opened(value: Any) -> str:
    return value.open() if hasattr(value, "open") else value or ""
