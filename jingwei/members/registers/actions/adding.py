"""Rows of members who are not registered yet, many at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import now
from jingwei.foundation.scope.bulk import copy_rows, copy_text, new_keys
from jingwei.foundation.scope.reach import everywhere
from jingwei.foundation.secrets.sealing import sealer
from jingwei.foundation.spreadsheets.actions.applying import reject
from jingwei.foundation.spreadsheets.models import Staged
from jingwei.organizations.models import Organization

from ...choices import GONE
from ...models import Member, NameWord
from ...rules.naming import words_of
from ..columns import SECRET
from ..values import DAYS, PLAIN
from .accounts import make_accounts

PERMISSION = "member.edit"
NUMBERS = ("group_id", "id_index", "phone_index", "phone_tail")
SECRETS = tuple(SECRET)
COLUMNS = ("id", "path", "organization_id", "user_id", *PLAIN, "standing", *NUMBERS, *DAYS, *SECRETS, "created_at")
AGAIN = "请重新上传这一行，查看最新情况。"


def add_members(actor: Actor, rows: Sequence[Staged], *, with_accounts: bool, on: date) -> None:
    """Write the members; a row that somebody else has written since is rejected."""
    values = {row.pk: row.given() for row in rows}
    homes = _homes({one["organization_id"] for one in values.values()})
    sound = list(_sound(actor, rows, values, homes))
    if not sound:
        return
    for row, pk in zip(sound, new_keys(Member, len(sound)), strict=True):
        row.target, row.left = pk, 1
    users: Mapping[int, int] = {}
    if with_accounts:
        staying = [row for row in sound if values[row.pk]["standing"] not in GONE]
        people = [(row.target or 0, values[row.pk]["name"], values[row.pk]["organization_id"]) for row in staying]
        users = make_accounts(actor, people, homes, on=on)
    moment, seals = now(), [sealer(f"members.Member.{name}") for name in SECRETS]
    copy_rows(Member, COLUMNS, (_columns(row, values[row.pk], homes, users, seals, moment) for row in sound))
    copy_text(NameWord, ("word", "path", "member_id"), _words(sound, values, homes))


def _homes(pks: set[int]) -> dict[int, str]:
    """Branch → its path, kept as they are until the transaction ends: nobody else writes members to them meanwhile."""
    found = Organization.objects.filter(pk__in=pks, revoked_on=None).order_by("pk").select_for_update(no_key=True)
    return dict(found.values_list("pk", "path"))


def _sound(
    actor: Actor, rows: Sequence[Staged], values: Mapping[int, Any], homes: Mapping[int, str]
) -> Iterator[Staged]:
    """The rows whose branch still stands within the actor's right, and whose person nobody has registered since."""
    ids = [one["id_index"] for one in values.values() if one["id_index"] is not None]
    with everywhere(reason="an ID number is registered once, whoever registered it meanwhile"):
        taken = set(Member.objects.filter(id_index__among=ids).values_list("id_index", flat=True))
    people = _registered([one for one in values.values() if one["id_index"] is None])
    allowed = {home for home, path in homes.items() if actor.may(PERMISSION, path)}
    for row in rows:
        one = values[row.pk]
        home = one["organization_id"]
        if home not in allowed:
            reject(row, "所在支部", "", "这个支部已经撤销、划转，或者不在您的管辖范围里。", "请核对所在支部。")
        elif one["id_index"] in taken:
            reject(row, "公民身份号码", "", "检查以后，这个公民身份号码已由别人登记。", AGAIN)
        elif one["id_index"] is None and (home, one["name"], one["born_on"]) in people:
            reject(row, "姓名", one["name"], "检查以后，本支部已由别人登记了同名同出生日期的党员。", AGAIN)
        else:
            yield row


def _registered(values: Sequence[Mapping[str, Any]]) -> set[tuple[int, str, str]]:
    """(branch, name, day of birth) of those who are registered under the names of these rows."""
    if not values:
        return set()
    branches, names = {one["organization_id"] for one in values}, {one["name"] for one in values}
    found = Member.objects.filter(organization_id__in=branches, name__in=names).order_by()
    rows = found.values_list("organization_id", "name", "born_on")
    return {(branch, name, born.isoformat()) for branch, name, born in rows}


def _columns(
    row: Staged,
    one: Mapping[str, Any],
    homes: Mapping[int, str],
    users: Mapping[int, int],
    seals: Sequence[Callable[[str], bytes]],
    moment: Any,
) -> tuple[Any, ...]:
    pk = row.target or 0
    secrets = row.opened()
    days = [date.fromisoformat(one[name]) if one[name] else None for name in DAYS]
    sealed = [seal(secrets[name]) if name in secrets else None for name, seal in zip(SECRETS, seals, strict=True)]
    head = (pk, homes[one["organization_id"]], one["organization_id"], users.get(pk))
    numbers = [one[name] for name in NUMBERS]
    return (*head, *(one[name] for name in PLAIN), one["standing"], *numbers, *days, *sealed, moment)


def _words(rows: Sequence[Staged], values: Mapping[int, Any], homes: Mapping[int, str]) -> Iterator[str]:
    """The words of the names, as COPY reads them. A name that was read has letters, dots, dashes and blanks only."""
    for row in rows:
        one = values[row.pk]
        rest = f"\t{homes[one['organization_id']]}\t{row.target}\n"
        yield rest.join(words_of(one["name"])) + rest
