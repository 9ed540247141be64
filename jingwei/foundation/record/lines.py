"""The record as JSON lines: what an export holds, and what the verifier reads."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from jingwei.foundation.scope.reach import everywhere

from .models import Act, Seal, Unsealed
from .verify_export import Line

AT_A_TIME = 2000


def columns_of_act() -> list[str]:
    """The columns that a seal covers: all but the number, which the chain holds."""
    return sorted(field.attname for field in Act._meta.concrete_fields if not field.primary_key)


def line_of_act(act: Act) -> Line:
    """One act: every column under its name."""
    return {"kind": "act", "id": act.pk, **{name: plain(getattr(act, name)) for name in columns_of_act()}}


def line_of_seal(seal: Seal) -> Line:
    """One seal: every column under its name, members and columns as lists."""
    row = {field.attname: plain(getattr(seal, field.attname)) for field in seal._meta.concrete_fields}
    return {"kind": "seal", **row, "members": pairs(seal.members), "covers": seal.covers.split(",")}


def pairs(text: str) -> list[list[Any]]:
    """The members of a seal; none where somebody has made the text unreadable, which the digest then shows."""
    try:
        found = json.loads(text)
    except ValueError:
        return []
    return found if all(isinstance(pair, list) and len(pair) == 2 for pair in found) else []


def plain(value: Any) -> Any:
    """A moment as text in universal time, the same from both databases; anything else as it is."""
    return value.astimezone(UTC).isoformat(timespec="microseconds") if isinstance(value, datetime) else value


def lines() -> Iterator[Line]:
    """The whole record in the order in which the verifier reads it: seals, waiting acts, acts."""
    with everywhere(reason="the record is checked and exported as a whole"):
        for seal in Seal.objects.order_by("number").iterator(AT_A_TIME):
            yield line_of_seal(seal)
        for act in Unsealed.objects.order_by("pk").values_list("pk", flat=True).iterator(AT_A_TIME):
            yield {"kind": "waiting", "act": act}
        for row in Act.objects.order_by("pk").iterator(AT_A_TIME):
            yield line_of_act(row)
