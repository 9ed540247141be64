"""Rows of members who are registered already: each change keeps what was there before, as a change by hand does."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import now
from jingwei.foundation.journal import Change, current_journal
from jingwei.foundation.spreadsheets.actions.applying import reject
from jingwei.foundation.spreadsheets.models import Staged
from jingwei.organizations.models import Organization

from ...actions.facts import facts_of_change
from ...actions.names import forget_words, keep_words
from ...models import Fact, Member
from ...rules.beliefs import Beginning
from ...rules.changing import CHANGING
from ...selectors.rows import beginnings
from ..columns import SECRET
from ..values import DAYS

PERMISSION = "member.edit"
MISTAKES = frozenset({"name", "full_on"})  # whoever mends a sheet mends what was wrong
CHANGED = "检查以后，这名党员的信息又改过。"


def change_members(actor: Actor, rows: Sequence[Staged], *, on: date) -> None:
    """Write the changes; a row whose member was touched since it was compared is rejected."""
    pks = [row.target for row in rows]
    found = {one.pk: one for one in Member.objects.select_for_update(of=("self",)).filter(pk__in=pks)}
    began = beginnings(found.values())
    moment, facts = now(), []
    for row in rows:
        member = found.get(row.target or 0)
        if member is None or member.version != row.seen or not actor.may(PERMISSION, member.path):
            reject(row, "", "", CHANGED, "请重新上传这一行，查看最新情况。")
            continue
        facts += _change(member, row, began, moment, on)
        row.left = member.version
    Fact.objects.bulk_create(facts, batch_size=1000)


def basis_of(intake_id: int) -> str:
    """What stands as the basis of the facts that an import leaves."""
    return f"导入第 {intake_id} 号名册"


def _change(
    member: Member, row: Staged, began: Mapping[tuple[int, str], Beginning], moment: datetime, on: date
) -> list[Fact]:
    values = values_of(row)
    kinds = {name.removesuffix("_id"): value for name, value in values.items() if _is_kind(name)}
    if "group" in kinds:
        kinds["group"] = Organization.objects.get(pk=kinds["group"])
    later = {kind: value for kind, value in kinds.items() if _since_today(member, kind, began, on)}
    wrong = {kind: value for kind, value in kinds.items() if kind not in later}
    basis = basis_of(row.intake_id)
    facts = facts_of_change(member, later, since=on, now=moment, basis=basis, began=began)
    facts += facts_of_change(member, wrong, now=moment, basis=basis, began=began)
    write(member, values)
    return facts


def write(member: Member, values: Mapping[str, Any]) -> None:
    """Give the row of a member these columns, and tell the change; the words of a new name are kept."""
    before = {name: _told(name, getattr(member, name)) for name in values if not name.startswith(("id_i", "phone_"))}
    name, version = member.name, member.version
    for column, value in values.items():
        setattr(member, column, value)
    member.version = version + 1
    Member._base_manager.filter(pk=member.pk, version=version).update(version=member.version, **values)
    after = {column: _told(column, values[column]) for column in before}
    current_journal().changes.append(Change("members.Member", member.pk, before, after))
    if member.name != name:
        forget_words(name, member.path, member.pk)
        keep_words([member])


def values_of(row: Staged) -> dict[str, Any]:
    """Column → value to be written; secrets opened."""
    values = row.given()
    for name in set(DAYS) & values.keys():
        values[name] = date.fromisoformat(values[name]) if values[name] else None
    return values | row.opened()


def _is_kind(name: str) -> bool:
    """Whether older values of the column are kept."""
    return name not in SECRET and not name.endswith(("_index", "_tail"))


def _since_today(member: Member, kind: str, began: Mapping[tuple[int, str], Beginning], on: date) -> bool:
    """Whether the value changes from today on; else it had been wrong."""
    start = began.get((member.pk, kind))
    return kind in CHANGING and kind not in MISTAKES and not (start and start.since and start.since >= on)


def _told(name: str, value: Any) -> Any:
    """A value as the record keeps it: secrets masked."""
    if name not in SECRET or value is None:
        return value
    field: Any = Member._meta.get_field(name)
    return str(field.to_python(value))
