"""The values of a row as they are kept until they are written: JSON, and what is secret sealed under its column."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from ..choices import Standing
from ..rules.joining import Record
from .columns import SECRET

if TYPE_CHECKING:
    from .prepared import Prepared

PLAIN = (
    "name", "gender", "ethnic", "education", "occupation", "workplace", "dues_base",
)  # fmt: skip
DAYS = ("born_on", "joined_on", "approved_on", "full_on", "left_on")


def new_values(row: "Prepared") -> dict[str, Any]:
    """The columns of a member who is not registered yet; blind indexes among them."""
    given = row.values
    values: dict[str, Any] = {name: given.get(name) or "" for name in PLAIN}
    for name in DAYS:
        day: date | None = given.get(name)
        values[name] = day.isoformat() if day else None
    values["standing"] = given.get("standing") or str(Standing.NORMAL)
    values["organization_id"] = row.branch.pk if row.branch else None
    values["group_id"] = row.group.pk if row.group else None
    return values | row.indexes


def secrets_of(values: Mapping[str, Any]) -> dict[str, str]:
    """The secrets among the values."""
    return {name: text for name in SECRET if (text := values.get(name))}


def record_of(values: Mapping[str, Any]) -> Record:
    """What the rules of joining look at. The numbers were checked when they were read."""
    return Record(
        values["name"],
        values["gender"],
        values["born_on"],
        values["ethnic"],
        values["education"],
        values["occupation"],
        values["joined_on"],
        values.get("approved_on"),
        values.get("full_on"),
    )
