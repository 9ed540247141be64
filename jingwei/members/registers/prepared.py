"""A row on its way to a verdict: its values, the branch and the group that it names, whom it may mean."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jingwei.foundation.secrets.sealing import blinder
from jingwei.foundation.spreadsheets.columns import Flaw
from jingwei.foundation.spreadsheets.registers import Read
from jingwei.organizations.registers.places import Place, Places

from ..rules.homes import HOMES
from ..rules.identity import clean_phone
from .known import Person


@dataclass(slots=True)
class Prepared:
    """`branch` and `group` as they were found; `indexes`: the blind ones by column; `pk`: whom it means."""

    read: Read
    values: dict[str, Any]
    flaws: list[Flaw]
    branch: Place | None = None
    group: Place | None = None
    indexes: dict[str, int | None] = field(default_factory=dict)
    pk: int | None = None
    remarks: list[str] = field(default_factory=list)

    @property
    def id_index(self) -> int | None:
        return self.indexes.get("id_index")

    @property
    def name(self) -> str:
        return str(self.values.get("name") or "")

    @property
    def title(self) -> str:
        return f"{self.name}（{self.branch.short_name or self.branch.name}）" if self.branch else self.name

    @property
    def person(self) -> Person | None:
        """Who is meant where there is no ID number."""
        born: date | None = self.values.get("born_on")
        return (self.branch.pk, self.name, born) if self.branch and born and self.name else None


class Preparer:
    """Finds branches and groups, and reckons the blind index."""

    def __init__(self, at: str) -> None:
        self.branches = Places(at, lambda place: place.party_type in HOMES)
        self.groups = Places(at, lambda place: place.level == "group")
        self.blinders = {
            "id_index": ("id_number", blinder("members.Member.id_number")),
            "phone_index": ("phone", blinder("members.Member.phone")),
            "phone_tail": ("phone", blinder("members.Member.phone", tail=4)),
        }

    def prepared(self, read: Read) -> Prepared:
        row = Prepared(read, read.row.values, list(read.row.flaws))
        if read.row.notes:
            row.remarks = [note.reason for note in read.row.notes]
        values = row.values
        if text := values.get("organization"):
            found = self.branches.find(text)
            row.branch = found.place
            if found.place is None:
                row.flaws.append(Flaw("organization", found.reason, found.suggestion, text[:60]))
        if row.branch and (text := values.get("group")):
            self._put_group(row, row.branch, text)
        if phone := values.get("phone"):
            values["phone"] = clean_phone(phone)
        for name, (column, index) in self.blinders.items():
            row.indexes[name] = index(text) if (text := values.get(column)) else None
        return row

    def _put_group(self, row: Prepared, branch: Place, text: str) -> None:
        found = self.groups.find(text)
        fits = [place for place in self.groups.by_name.get(text, ()) if place.path[:-4] == branch.path]
        row.group = fits[0] if len(fits) == 1 else found.place
        if row.group is None or row.group.path[:-4] != branch.path:
            row.group = None
            reason = f"“{text[:40]}”不是“{branch.name}”的党小组。"
            row.flaws.append(Flaw("group", reason, "请核对党小组的名称；还没有划分的请留空。", text[:60]))
