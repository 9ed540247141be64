"""A row beside the member that it means: what would change, from what to what."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from jingwei.foundation.secrets.fields import Secret
from jingwei.foundation.secrets.masking import MASKS
from jingwei.foundation.spreadsheets.choices import Outcome
from jingwei.foundation.spreadsheets.columns import Flaw
from jingwei.foundation.spreadsheets.registers import Verdict, wrong

from ..models import Member
from ..rules.changing import PROCEDURES
from ..rules.joining import problems
from .columns import SECRET, TABLE
from .prepared import Prepared
from .values import DAYS, PLAIN, record_of, secrets_of

NOTHING = "（空）"
FOR_A_RECORD = ("name", "gender", "born_on", "ethnic", "education", "occupation", "joined_on", "approved_on", "full_on")


def compared(member: Member, row: Prepared, *, on: date) -> Verdict:
    """What the row would do to the member. A blank cell leaves what is there."""
    if flaws := list(_not_to_be_imported(member, row)):
        return wrong(row.title, *flaws)
    differing = {name: value for name, value in _columns(row) if value != _now(member, name)}
    if not differing:
        return Verdict(Outcome.SAME, row.title, member.path, target=member.pk, seen=member.version)
    merged = {name: getattr(member, name) for name in FOR_A_RECORD} | differing
    stopping = [one for one in problems(record_of(merged), on=on) if one.stops and one.column in differing]
    if stopping:
        return wrong(row.title, *(Flaw(one.column, one.text, one.next_step) for one in stopping))
    return _changed(member, row, differing)


def _changed(member: Member, row: Prepared, differing: Mapping[str, Any]) -> Verdict:
    before = {name: _json(_now(member, name)) for name in differing}
    values = {name: _json(value) for name, value in differing.items() if name not in SECRET}
    if "id_number" in differing:
        values["id_index"], before["id_index"] = row.id_index, member.id_index
    for name in ("phone_index", "phone_tail") if "phone" in differing else ():
        values[name], before[name] = row.indexes[name], getattr(member, name)
    changes = [
        (_title(name), shown(name, _now(member, name), member), shown(name, value, row))
        for name, value in differing.items()
    ]
    verdict = Verdict(Outcome.CHANGED, row.title, member.path, values, secrets_of(differing), before, changes)
    verdict.target, verdict.seen = member.pk, member.version
    return verdict


def _columns(row: Prepared) -> Iterator[tuple[str, Any]]:
    """(column, value) of the cells that say something."""
    for name in (*PLAIN, *DAYS[:-1], *SECRET):
        if (value := row.values.get(name)) is not None:
            yield name, value
    if row.group is not None:
        yield "group_id", row.group.pk


def _now(member: Member, name: str) -> Any:
    value = getattr(member, name)
    return value.open() if isinstance(value, Secret) else value


def _not_to_be_imported(member: Member, row: Prepared) -> Iterator[Flaw]:
    """What of a known member changes by a procedure of its own."""
    values = row.values
    if row.branch is not None and row.branch.pk != member.organization_id:
        text = f"登记的支部是“{member.organization.name}”，和这里填的不一样。"
        yield Flaw("organization", text, PROCEDURES["organization"], row.branch.name)
    if values.get("standing") is not None and values["standing"] != member.standing:
        text = f"登记的党籍状态是“{member.get_standing_display()}”，和这里填的不一样。"
        yield Flaw("standing", text, PROCEDURES["standing"], TABLE.column("standing").kind.show(values["standing"]))
    if values.get("left_on") is not None and values["left_on"] != member.left_on:
        yield Flaw("left_on", "离开日期和登记的不一样。", PROCEDURES["standing"], str(values["left_on"]))
    if values.get("number") is not None and not _same_person(member, values):
        text = "编号和姓名对不上：这个编号登记的是另一个人。"
        yield Flaw("number", text, "请照导出的名册填写编号，新党员请留空。", str(values["number"]))


def _same_person(member: Member, values: Mapping[str, Any]) -> bool:
    """The number of a row is believed when the name or the day of birth agrees."""
    return member.name == values.get("name") or member.born_on == values.get("born_on")


def _title(name: str) -> str:
    return TABLE.column(name.removesuffix("_id")).title


def shown(name: str, value: Any, of: Member | Prepared) -> str:
    """A value as the preview shows it, masked where it is secret."""
    if value is None or value == "":
        return NOTHING
    if name in SECRET:
        return MASKS[SECRET[name]](value)
    if name == "group_id":
        return of.group.name if of.group is not None else NOTHING
    return TABLE.column(name).kind.show(value)


def _json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
