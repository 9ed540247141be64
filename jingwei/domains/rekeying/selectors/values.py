"""What is typed of a member, and what differs from what was typed."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jingwei.members.models import Member
from jingwei.members.rules.codes import name_of

from ..models import Rekeyed
from ..screens import ScreenItem, screen_items

CODED = frozenset({"gender", "ethnic", "education", "occupation"})
# A secret is shown masked; that it has changed is told by its blind index.
BLIND = {"id_number": "id_index", "phone": "phone_index"}
SHORT = 12  # signs of a fingerprint
Told = Mapping[str, list[str]]


@dataclass(frozen=True)
class Line:
    """One item of a member's screens: what it is now, and what was typed (None where nothing was); `is_secret` where
    the number is masked and can be opened for a purpose."""

    item: ScreenItem
    now: str
    typed: str | None = None
    differs: bool = False

    @property
    def is_secret(self) -> bool:
        return self.item.column in BLIND and bool(self.now)


def values_of(member: Member) -> dict[str, list[str]]:
    """Column → [text, fingerprint] of every item that the register tells. `member` comes with its branch and group."""
    return {item.column: _told(member, item.column) for item in screen_items() if item.column}


def digest_of(values: Told) -> str:
    """The fingerprint of all of them."""
    text = json.dumps(values, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def lines_of(member: Member, typed: Rekeyed | None) -> list[Line]:
    """All items in the order of the screens, each beside what was typed."""
    values, before = values_of(member), typed.values if typed else {}
    found = []
    for item in screen_items():
        now, old = values.get(item.column, ["", ""]), before.get(item.column)
        found.append(
            Line(item, now[0], old[0] if old else None, typed is not None and bool(item.column) and old != now)
        )
    return found


def differences(member: Member, typed: Rekeyed) -> list[Line]:
    """The items that have changed since they were typed."""
    return [line for line in lines_of(member, typed) if line.differs]


def _told(member: Member, column: str) -> list[str]:
    text = _text(member, column)
    index = getattr(member, BLIND[column]) if column in BLIND else None
    mark = hashlib.sha256(str(index).encode()).hexdigest()[:SHORT] if index is not None else ""
    return [text, mark]


def _text(member: Member, column: str) -> str:
    if column == "category":
        return "预备党员" if member.is_probationary else "正式党员"
    if column == "organization":
        return str(member.organization.name)
    if column == "standing":
        return str(member.get_standing_display())
    value: Any = getattr(member, column)
    if column in CODED:
        return name_of(column, value)
    if isinstance(value, date):
        return value.strftime("%Y%m%d")
    return "" if value is None else str(value)
