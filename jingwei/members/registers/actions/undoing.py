"""Takes an import of members back."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.accounts.models import User
from jingwei.foundation.journal import Change, current_journal
from jingwei.foundation.spreadsheets.choices import Outcome
from jingwei.foundation.spreadsheets.models import StagedRow
from jingwei.organizations.models import Post

from ...models import Fact, Member, NameWord
from ..values import DAYS
from .changing import PERMISSION, basis_of, write

SOME = 5000
OWN = (NameWord,)  # goes with the member


def in_the_way(rows: Sequence[StagedRow]) -> dict[int, str]:
    """Number of the row → what happened since."""
    reasons: dict[int, str] = {}
    for some in _some(rows):
        pks = [row.target for row in some]
        versions = dict(Member.objects.filter(pk__in=pks).values_list("pk", "version"))
        hangs = dict(_hanging([row.target for row in some if row.outcome == Outcome.NEW]))
        for row in some:
            if (version := versions.get(row.target)) is None:
                reasons[row.number] = "已经不在您的管辖范围里。"
            elif version != row.left:
                reasons[row.number] = "导入以后又改过。"
            elif row.target in hangs:
                reasons[row.number] = hangs[row.target]
    return reasons


def _hanging(pks: Sequence[int | None]) -> Iterator[tuple[int, str]]:
    """(number, reason) of new members that other rows lead to, or who have signed in."""
    for link in Member._meta.related_objects:
        model: Any = link.related_model
        if model not in OWN:
            name = link.field.attname
            for pk in model._base_manager.filter(**{f"{name}__in": pks}).values_list(name, flat=True):
                yield pk, f"导入以后有了“{model._meta.verbose_name}”。"
    used = Member.objects.filter(pk__in=pks, user__last_login__isnull=False)
    for pk in used.values_list("pk", flat=True):
        yield pk, "本人已经用账号登录过。"


def undo_members(actor: Actor, rows: Sequence[StagedRow]) -> None:
    """Take away who was added, and give back what was changed. Nothing stands in the way."""
    for some in _some(rows):
        _remove(actor, [row for row in some if row.outcome == Outcome.NEW])
        _give_back(actor, {row.target or 0: row for row in some if row.outcome == Outcome.CHANGED})


def _remove(actor: Actor, rows: Sequence[StagedRow]) -> None:
    """Past Django's collector, which would read every row: nothing but words hangs on them, as was looked up."""
    found = Member.objects.filter(pk__in=[row.target for row in rows]).order_by()
    keys = list(found.values_list("pk", "user_id", "path"))
    for path in {path for _, _, path in keys}:
        actor.must(PERMISSION, path)
    pks, users = [pk for pk, _, _ in keys], [user for _, user, _ in keys if user is not None]
    _taken(NameWord, {"member_id__in": pks})
    _taken(Member, {"pk__in": pks})
    _taken(Post, {"user_id__in": users})
    _taken(User, {"pk__in": users})


def _taken(model: Any, where: Mapping[str, Any]) -> None:
    found = model._base_manager.filter(**where)
    number = found._raw_delete(found.db)
    if number and not model.unrecorded_because:
        current_journal().changes.append(Change(model._meta.label, None, {"rows": number}, {}))


def _give_back(actor: Actor, rows: Mapping[int, StagedRow]) -> None:
    for member in Member.objects.select_for_update(of=("self",)).filter(pk__in=list(rows)):
        actor.must(PERMISSION, member.path)
        row = rows[member.pk]
        write(member, _before(row))
        _forget(member, basis_of(row.intake_id))


def _forget(member: Member, basis: str) -> None:
    """Take away the facts that the import left: those on its basis, and those that it ended at the same moment."""
    own = Fact._base_manager.filter(member=member, basis=basis)
    moments = {moment for pair in own.values_list("known_from", "known_until") for moment in pair if moment}
    Fact._base_manager.filter(member=member, known_until__in=moments).delete()
    own.delete()


def _before(row: StagedRow) -> dict[str, Any]:
    """Column → value that stood there; secrets opened."""
    values: dict[str, Any] = json.loads(row.before.open())
    for name in set(DAYS) & values.keys():
        values[name] = date.fromisoformat(values[name]) if values[name] else None
    return values


def _some(rows: Sequence[StagedRow]) -> Iterator[Sequence[StagedRow]]:
    return (rows[start : start + SOME] for start in range(0, len(rows), SOME))
