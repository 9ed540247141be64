"""The register of members."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.scope.reach import current_reach
from jingwei.foundation.spreadsheets.choices import Outcome
from jingwei.foundation.spreadsheets.models import Staged, StagedRow
from jingwei.foundation.spreadsheets.registers import Checker, Register
from jingwei.organizations.registers.places import Places

from ..rules.homes import HOMES
from ..selectors.rows import ever
from .actions.adding import add_members
from .actions.changing import change_members
from .actions.undoing import in_the_way, undo_members
from .checking import MemberChecker
from .columns import SECRET, TABLE

MANY = 2000
OFFERED = 1000


class MemberRegister(Register):
    """Members, those who have left among them."""

    table = TABLE
    label = "members.Member"
    counted = "名党员"
    see = "member.see"
    edit = "member.edit"
    secret = SECRET
    accounts = True
    chunk = 5000

    def rows(self) -> Any:
        return ever()

    def exported(self) -> Iterable[Mapping[str, Any]]:
        return _exported()

    def offered(self) -> Mapping[str, tuple[str, ...]]:
        places = _branches()
        names = tuple(places.shown(place) for place in places.fitting[: OFFERED + 1])
        return {"organization": names} if len(names) <= OFFERED else {}

    def checker(self, actor: Actor, *, on: date) -> Checker:
        return MemberChecker(actor, on=on)

    def apply(self, actor: Actor, rows: Sequence[Staged], *, with_accounts: bool, on: date) -> None:
        if added := [row for row in rows if row.outcome == Outcome.NEW]:
            add_members(actor, added, with_accounts=with_accounts, on=on)
        if changed := [row for row in rows if row.outcome == Outcome.CHANGED]:
            change_members(actor, changed, on=on)

    def in_the_way(self, rows: Sequence[StagedRow]) -> Mapping[int, str]:
        return in_the_way(rows)

    def undo(self, actor: Actor, rows: Sequence[StagedRow]) -> None:
        undo_members(actor, rows)


def _branches() -> Places:
    return Places(min(current_reach().subtrees, default=""), lambda place: place.party_type in HOMES)


def _exported() -> Iterator[Mapping[str, Any]]:
    """Values as the kinds take them; secrets as their masks."""
    places = _branches()
    for member in ever().select_related("group").iterator(MANY):
        row = {column.key: getattr(member, column.key, None) for column in TABLE.columns}
        home = places.by_pk.get(member.organization_id)
        row |= {"number": member.pk, "organization": places.shown(home) if home else member.organization.name}
        row["group"] = member.group.name if member.group else None
        row |= {name: str(row[name]) if row[name] else None for name in SECRET}
        yield row
