"""What each row of a sheet of members would do."""

from collections.abc import Iterator, Sequence
from datetime import date

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.spreadsheets.choices import Outcome
from jingwei.foundation.spreadsheets.columns import Flaw
from jingwei.foundation.spreadsheets.registers import Checker, Read, Verdict, wrong

from ..rules.joining import problems
from .comparing import compared
from .known import Known, Person
from .prepared import Prepared, Preparer
from .values import new_values, record_of, secrets_of

TRANSFER = "是本人的，请办理组织关系转接；不是的，请对照身份证核对号码。"


class MemberChecker(Checker):
    """Made for one file: it knows who came before, so that nobody comes in twice."""

    def __init__(self, actor: Actor, *, on: date) -> None:
        self.on = on
        self.preparer = Preparer(actor.path)
        self.known = Known(actor.path)
        self.ids: dict[int, int] = {}
        self.people: dict[Person, int] = {}
        self.meant: dict[int, int] = {}

    def check(self, rows: Sequence[Read]) -> Iterator[Verdict]:
        prepared = [self.preparer.prepared(read) for read in rows]
        sound = [row for row in prepared if not row.flaws]
        self.known.look_up(
            {row.id_index for row in sound if row.id_index is not None},
            {row.branch.pk for row in sound if row.branch},
        )
        for row in sound:
            self._identify(row)
        self.known.load({row.pk for row in sound if row.pk is not None})
        return (self._verdict(row) for row in prepared)

    def _identify(self, row: Prepared) -> None:
        """Whom the row means, and whether an earlier one means the same."""
        person, number = row.person, row.values.get("number")
        alike = self.known.people.get(person, []) if person else []
        if number is not None:
            row.pk = int(number)
        elif row.id_index in self.known.by_id:
            row.pk = self.known.by_id[row.id_index]
        elif row.id_index in self.known.elsewhere:
            row.flaws.append(Flaw("id_number", "这个公民身份号码已经在别处登记。", TRANSFER, _tail(row)))
        elif len(alike) == 1:
            row.pk = alike[0]
            row.remarks.append("按姓名、出生日期和所在支部找到已登记的党员，可能重复，请核对。")
        elif len(alike) > 1:
            row.flaws.append(
                Flaw(
                    "name", f"本支部有 {len(alike)} 名同名同出生日期的党员。", "请填写公民身份号码或者编号。", row.name
                )
            )
        self._first_of_its_kind(row)

    def _first_of_its_kind(self, row: Prepared) -> None:
        here, person = row.read.number, row.person
        if row.id_index is not None:
            first = self.ids.setdefault(row.id_index, here)
            if first != here:
                text = f"和第 {first} 行的公民身份号码相同。"
                row.flaws.append(Flaw("id_number", text, "同一个人只留一行；不是同一个人的，请核对号码。", _tail(row)))
        elif person is not None and row.pk is None:
            first = self.people.setdefault(person, here)
            if first != here:
                text = f"和第 {first} 行的姓名、出生日期、所在支部都相同。"
                row.flaws.append(Flaw("name", text, "同一个人只留一行；不是同一个人的，请填写公民身份号码。", row.name))
        if row.pk is not None:
            first = self.meant.setdefault(row.pk, here)
            if first != here and not row.flaws:
                row.flaws.append(Flaw("name", f"和第 {first} 行是同一名党员。", "同一个人只留一行。", row.name))

    def _verdict(self, row: Prepared) -> Verdict:
        if row.flaws:
            return wrong(row.title, *row.flaws)
        return self._new(row) if row.pk is None else self._known(row, row.pk)

    def _known(self, row: Prepared, pk: int) -> Verdict:
        member = self.known.get(pk)
        if member is None:
            text = "在您的管辖范围里没有这个编号的党员。"
            return wrong(row.title, Flaw("number", text, "新党员请把编号留空；别的请照导出的名册填写。", str(pk)))
        verdict = compared(member, row, on=self.on)
        verdict.remark = " ".join(row.remarks)
        return verdict

    def _new(self, row: Prepared) -> Verdict:
        branch = row.branch
        assert branch is not None  # it is required
        if row.read.masked:
            text = "是隐去的内容，不能用来登记新党员。"
            flaws = [Flaw(key, text, "请填写完整的内容，或者留空。", "****") for key in row.read.masked]
            return wrong(row.title, *flaws)
        found = problems(record_of(row.values), on=self.on)
        if stopping := [one for one in found if one.stops]:
            return wrong(row.title, *(Flaw(one.column, one.text, one.next_step) for one in stopping))
        remarks = row.remarks + [one.text for one in found]
        values, secrets = new_values(row), secrets_of(row.values)
        return Verdict(Outcome.NEW, row.title, branch.path, values, secrets, remark=" ".join(remarks))


def _tail(row: Prepared) -> str:
    return str(row.values.get("id_number") or "")
