"""The register of organizations. One may stand under another that an earlier row of the same file establishes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import current_reach
from jingwei.foundation.scope.vocabulary import Subtree, below
from jingwei.foundation.spreadsheets.cells import Choice, Day, Number, Reference, Text
from jingwei.foundation.spreadsheets.choices import Outcome
from jingwei.foundation.spreadsheets.columns import Column, Flaw, Table
from jingwei.foundation.spreadsheets.models import Staged, StagedRow
from jingwei.foundation.spreadsheets.registers import Checker, Read, Verdict, wrong

from ..actions.reorganising import establish, rename
from ..choices import KINDS_OF, Level, PartyType
from ..models import Change, Organization
from ..rules import may_stand_under
from ..selectors.rows import organizations
from .actions import deleted_organization, given_back
from .by_hand import ByHand, ByHandChecker
from .places import Places

NAMES = ("name", "short_name")
ABOVE = ("上级党组织", "隶属组织", "上级")
KINDS = [one for one in PartyType.choices if one[0]]
PAPER = "新成立、更名必须填写文件名称和文号。"
TABLE = Table(
    "organizations",
    "组织",
    (
        Column("number", "编号", Number(1, 10**15), explanation="平台给每个组织的编号。新成立的请留空。"),
        Column("name", "全称", Text(max=100), True, ("组织全称", "名称", "党组织名称", "组织名称"), "按批复文件写。"),
        Column("short_name", "简称", Text(max=40), aliases=("组织简称",), explanation="留空的用全称。"),
        Column("superior", "上级组织", Reference(of="上级组织"), True, ABOVE, "可以是本表前面一行新成立的组织。"),
        Column("level", "层级", Choice.of("层级", Level.choices), True, ("组织层级", "级别")),
        Column("party_type", "党组织类别", Choice.of("党组织类别", KINDS), aliases=("类别", "组织类别", "党组织类型")),
        Column("established_on", "成立日期", Day(), True, ("成立时间", "批准成立日期")),
        Column("basis", "批复文件", Text(max=120), aliases=("批准文号", "批复", "文号"), explanation=PAPER),
    ),
    notes=(
        "留空的格子不改动已经登记的内容。",
        "已经登记的组织，这里只能更名；换上级请办理划转，改层级、类别请在组织页面办理。",
    ),
)  # fmt: skip
FIXED = {"level": "层级", "party_type": "党组织类别", "established_on": "成立日期"}


@dataclass(frozen=True)
class Above:
    """A superior: one that stands (`pk`), or one that row `row` establishes; its level and a path that stands."""

    level: str
    path: str
    pk: int | None = None
    row: int | None = None


class OrganizationRegister(ByHand):
    """The actor's organization and those below it."""

    table, label, counted = TABLE, "organizations.Organization", "个组织"
    see, edit = "organization.see", "organization.reorganise"
    model, own = Organization, (Change,)
    is_frame = True
    kept = ("name", "short_name", "level", "party_type", "established_on", "revoked_on")

    def rows(self) -> Any:
        return organizations().filter(Q(Subtree("path")))

    def exported(self) -> Iterator[Mapping[str, Any]]:
        rows = list(self.rows())
        places = Places(min(current_reach().subtrees, default=""))
        for one in rows:
            above = places.all.get(one.parent_path)
            row = {name: getattr(one, name) or None for name in (*NAMES, *FIXED)}
            yield row | {"number": one.pk, "superior": places.shown(above) if above else None}

    def checker(self, actor: Actor, *, on: date) -> Checker:
        return OrganizationChecker(self, actor, on=on)

    def values(self, row: Staged) -> dict[str, Any]:
        """Where an earlier row establishes the superior, the one that it has established."""
        values = super().values(row)
        if number := values.get("superior_row"):
            first = StagedRow.objects.filter(intake=row.intake_id, number=number, applied_at__isnull=False).first()
            values["superior_pk"] = first.target if first is not None else self.made.get((row.intake_id, number))
        return values

    def __init__(self) -> None:
        self.made: dict[tuple[int, int], int] = {}

    def write(self, actor: Actor, values: dict[str, Any], target: Any, *, on: date) -> Organization:
        if target is not None:
            names = {name: values.get(name, getattr(target, name)) for name in NAMES}
            return rename(actor, target, on=on, basis=values["basis"], **names)
        parent = Organization.objects.filter(pk=values["superior_pk"]).first()
        if parent is None:
            raise Refused("它的上级组织没有导入成功。", next_step="请先改正上级组织那一行。")
        given = {name: values[name] for name in (*NAMES, "level", "party_type", "basis")}
        made = establish(actor, parent, on=date.fromisoformat(values["established_on"]), **given)
        self.made[(values["intake"], values["own_row"])] = made.pk
        return made

    def hangs(self, row: Organization, made: set[Any]) -> str:
        below_it = Organization._base_manager.filter(below("path", row.path)).exclude(pk__in=made)
        return "下级组织" if below_it.exists() else super().hangs(row, made)

    def remove(self, row: Organization) -> None:
        deleted_organization(row)

    def restore(self, row: Organization, before: dict[str, Any]) -> None:
        given_back(row, before)


class OrganizationChecker(ByHandChecker):
    """By number, or superior and name."""

    def __init__(self, register: ByHand, actor: Actor, *, on: date) -> None:
        super().__init__(register, actor, on=on)
        self.places = Places(actor.path)
        self.coming: dict[str, Above] = {}

    def title(self, values: Mapping[str, Any]) -> str:
        return str(values.get("short_name") or values.get("name") or "")

    def verdict(self, read: Read) -> Verdict:
        values, title = dict(read.row.values), self.title(read.row.values)
        if number := values.get("number"):
            return self._known(self.places.by_pk.get(int(number)), values, title)
        above = self._above(values["superior"])
        if isinstance(above, Flaw):
            return wrong(title, above)
        if flaw := self.twice((above, values["name"]), read.number, "上级组织和名称"):
            return wrong(title, flaw)
        known = [one for one in self.places.by_name.get(values["name"], ()) if one.path[:-4] == above.path]
        if above.pk is not None and known:
            return self._known(known[0], values, title)
        return self._new(above, values, title, read.number)

    def _above(self, text: str) -> Above | Flaw:
        found = self.places.find(text)
        if found.place is not None:
            return Above(found.place.level, found.place.path, pk=found.place.pk)
        if text in self.coming:
            return self.coming[text]
        return Flaw("superior", found.reason, found.suggestion, text)

    def _new(self, above: Above, values: dict[str, Any], title: str, number: int) -> Verdict:
        level, kind = values["level"], values.get("party_type") or ""
        flaws = []
        if not may_stand_under(level, above.level):
            text = f"{Level(above.level).label}一级下面不能有“{Level(level).label}”。"
            flaws.append(Flaw("level", text, "请核对上级组织和层级。", Level(level).label))
        if kind not in KINDS_OF.get(level, PartyType.values):
            flaws.append(Flaw("party_type", "党组织类别和层级对不上。", "支部选支部的类别，党小组选“党小组”。", kind))
        if not values.get("basis"):
            flaws.append(Flaw("basis", "没有填写。", "新成立组织要写批复文件的名称和文号。"))
        if flaws:
            return wrong(title, *flaws)
        short = values.get("short_name") or values["name"][:40]
        for name in {values["name"], short}:
            self.coming.setdefault(name, Above(level, above.path, row=number))
        given = {"name": values["name"], "short_name": short, "level": level, "party_type": kind}
        given |= {"basis": values["basis"], "established_on": values["established_on"].isoformat()}
        given |= {"superior_pk": above.pk, "superior_row": above.row, "own_row": number}
        return Verdict(Outcome.NEW, title, above.path, given)

    def _known(self, place: Any, values: Mapping[str, Any], title: str) -> Verdict:
        if place is None:
            text = "在您的管辖范围里没有这个编号的组织。"
            return wrong(title, Flaw("number", text, "新成立的组织请把编号留空。", str(values["number"])))
        row = Organization.objects.get(pk=place.pk)
        if flaws := list(self._fixed(row, values)):
            return wrong(title, *flaws)
        given = {name: value for name in NAMES if (value := values.get(name)) is not None}
        verdict = self.compared(row, given, title, row.path)
        if verdict.outcome == Outcome.CHANGED and not values.get("basis"):
            return wrong(title, Flaw("basis", "没有填写。", "更名要写批复文件的名称和文号。"))
        if verdict.outcome == Outcome.CHANGED:
            verdict.values["basis"] = values["basis"]
        return verdict

    def _fixed(self, row: Organization, values: Mapping[str, Any]) -> Iterator[Flaw]:
        """What an import does not change."""
        for name, heading in FIXED.items():
            value = values.get(name)
            if value is not None and value != getattr(row, name):
                text = f"{heading}和登记的（{self.shown(name, getattr(row, name))}）不一样。"
                yield Flaw(name, text, "请核对；确实要改的，请在组织页面办理。", self.shown(name, value))
        superior = self.places.all.get(row.parent_path)
        if values.get("superior") and superior is not None:
            found = self.places.find(values["superior"]).place
            if found is None or found.path != superior.path:
                text = f"上级组织和登记的（{superior.name}）不一样。"
                yield Flaw("superior", text, "换上级组织，请办理划转。", values["superior"])
