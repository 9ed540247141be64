"""Registers of moderate size, whose rows are written one at a time through the same actions as by hand."""

import json
from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar
from zlib import crc32

from django.core.exceptions import PermissionDenied
from django.db import transaction

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.errors import Refused
from jingwei.foundation.spreadsheets.actions.applying import reject
from jingwei.foundation.spreadsheets.choices import Outcome
from jingwei.foundation.spreadsheets.columns import Flaw
from jingwei.foundation.spreadsheets.models import Staged, StagedRow
from jingwei.foundation.spreadsheets.registers import Checker, Read, Register, Verdict, wrong

NOTHING = "（空）"
AGAIN = "请重新上传这一行，查看最新情况。"


class ByHand(Register):
    """`model`: whose rows they are; `kept`: its columns that an import writes; `own`: models of rows that come and go
    with one of it."""

    chunk = 100
    model: ClassVar[Any]
    kept: ClassVar[tuple[str, ...]]
    own: ClassVar[tuple[Any, ...]] = ()

    @abstractmethod
    def write(self, actor: Actor, values: dict[str, Any], target: Any, *, on: date) -> Any:
        """Do what the row says through the register's actions: a new row, or (with `target`) a change. The row."""

    @abstractmethod
    def remove(self, row: Any) -> None:
        """Take away a row that the import made."""

    @abstractmethod
    def restore(self, row: Any, before: dict[str, Any]) -> None:
        """Give back what stood there."""

    def apply(self, actor: Actor, rows: Sequence[Staged], *, with_accounts: bool, on: date) -> None:
        for row in rows:
            target = self.model._base_manager.filter(pk=row.target).first() if row.target else None
            if row.outcome == Outcome.CHANGED and (target is None or self.mark(target) != row.seen):
                reject(row, "", "", "检查以后，这一条又改过。", AGAIN)
                continue
            try:
                with transaction.atomic():
                    written = self.write(actor, self.values(row), target, on=on)
            except Refused as no:
                reject(row, "", "", "；".join(no.messages), no.next_step)
            except PermissionDenied:
                reject(row, "", "", "不在您的管辖范围里，或者您没有这项权限。", "请上级办理。")
            else:
                row.target, row.left = written.pk, self.mark(self.model._base_manager.get(pk=written.pk))

    def values(self, row: Staged) -> dict[str, Any]:
        """What the row says, ready for the actions."""
        return row.given() | {"intake": row.intake_id}

    def mark(self, row: Any) -> int:
        """A number that changes with any of the columns that an import writes."""
        return crc32(repr([getattr(row, name) for name in self.kept]).encode()) >> 2

    def in_the_way(self, rows: Sequence[StagedRow]) -> Mapping[int, str]:
        found = {one.pk: one for one in self.model._base_manager.filter(pk__in=[row.target for row in rows])}
        made = {row.target for row in rows if row.outcome == Outcome.NEW}
        return dict(self._reasons(rows, found, made))

    def _reasons(
        self, rows: Sequence[StagedRow], found: Mapping[int, Any], made: set[Any]
    ) -> Iterator[tuple[int, str]]:
        for row in rows:
            one = found.get(row.target or 0)
            if one is None:
                yield row.number, "已经没有了。"
            elif self.mark(one) != row.left:
                yield row.number, "导入以后又改过。"
            elif row.outcome == Outcome.NEW and (what := self.hangs(one, made)):
                yield row.number, f"导入以后有了“{what}”。"

    def hangs(self, row: Any, made: set[Any]) -> str:
        """What leads to a new row by now, "" for nothing. `made`: all that the same import made."""
        for link in self.model._meta.related_objects:
            model: Any = link.related_model
            if model not in self.own and model._base_manager.filter(**{link.field.name: row}).exists():
                return str(model._meta.verbose_name)
        return ""

    def undo(self, actor: Actor, rows: Sequence[StagedRow]) -> None:
        for row in rows:
            one = self.model._base_manager.get(pk=row.target)
            actor.must(self.edit, one.place())
            if row.outcome == Outcome.NEW:
                self.remove(one)
            else:
                self.restore(one, json.loads(row.before.open()))


class ByHandChecker(Checker):
    """Compares row by row; `seen`: natural key → number of the first row that has it."""

    def __init__(self, register: ByHand, actor: Actor, *, on: date) -> None:
        self.register, self.actor, self.on = register, actor, on
        self.seen: dict[Any, int] = {}

    def check(self, rows: Sequence[Read]) -> Iterator[Verdict]:
        return (self._one(read) for read in rows)

    def _one(self, read: Read) -> Verdict:
        if read.row.flaws:
            return wrong(self.title(read.row.values), *read.row.flaws)
        verdict = self.verdict(read)
        notes = [note.reason for note in read.row.notes]
        verdict.remark = " ".join([verdict.remark, *notes]).strip()
        return verdict

    @abstractmethod
    def title(self, values: Mapping[str, Any]) -> str:
        """What a row is known by."""

    @abstractmethod
    def verdict(self, read: Read) -> Verdict:
        """Of a row whose cells are right."""

    def twice(self, key: Any, number: int, what: str) -> Flaw | None:
        """The flaw of a row whose natural key an earlier one has."""
        first = self.seen.setdefault(key, number)
        return None if first == number else Flaw("", f"和第 {first} 行的{what}相同。", "同一个只留一行。")

    def compared(self, row: Any, values: Mapping[str, Any], title: str, place: str) -> Verdict:
        """What the values (column → value, those that are given) would change."""
        differing = {name: value for name, value in values.items() if value != getattr(row, name)}
        if not differing:
            return Verdict(Outcome.SAME, title, place, target=row.pk, seen=self.register.mark(row))
        before = {name: plain(getattr(row, name)) for name in differing}
        changes = [
            (self.heading(name), self.shown(name, getattr(row, name)), self.shown(name, value))
            for name, value in differing.items()
        ]
        kept = {name: plain(value) for name, value in differing.items()}
        verdict = Verdict(Outcome.CHANGED, title, place, kept, before=before, changes=changes, target=row.pk)
        verdict.seen = self.register.mark(row)
        return verdict

    def heading(self, name: str) -> str:
        return self.register.table.column(name.removesuffix("_id")).title

    def shown(self, name: str, value: Any) -> str:
        """A value as the preview shows it."""
        if value is None or value == "":
            return NOTHING
        return self.register.table.column(name).kind.show(value)


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    return value.isoformat() if isinstance(value, date) else value
