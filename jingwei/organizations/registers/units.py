"""The register of units."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.scope.paths import is_within
from jingwei.foundation.scope.reach import current_reach
from jingwei.foundation.scope.vocabulary import Subtree
from jingwei.foundation.spreadsheets.cells import Choice, CreditCode, Number, Reference, Text, YesNo
from jingwei.foundation.spreadsheets.choices import Outcome
from jingwei.foundation.spreadsheets.columns import Column, Flaw, Table
from jingwei.foundation.spreadsheets.registers import Checker, Read, Verdict, wrong

from ..actions.units import add_unit, edit_unit
from ..choices import AREAS, Headcount, UnitKind, WithoutCode
from ..models import Location, Organization, Unit
from ..selectors.rows import units
from .actions import deleted, given_back
from .by_hand import NOTHING, ByHand, ByHandChecker
from .places import Places

PLAIN = (
    "name",
    "kind",
    "is_resident",
    "credit_code",
    "without_code",
    "address",
    "headcount",
    "party_members",
    "industry",
)


def _choices(pairs: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [pair for pair in pairs if pair[0]]


TABLE = Table(
    "units",
    "单位",
    (
        Column("number", "编号", Number(1, 10**15), explanation="平台给每个单位的编号。新单位请留空。"),
        Column("name", "名称", Text(max=100), True, ("单位名称", "企业名称", "全称"), example="云桥镇第一纸箱厂"),
        Column(
            "organization",
            "所在区域",
            Reference(of="社区、村或者街镇"),
            True,
            ("所在社区", "所属社区", "社区", "所在街道"),
        ),
        Column("kind", "类别", Choice.of("单位类别", UnitKind.choices), True, ("单位类别", "单位类型", "类型")),
        Column("credit_code", "统一社会信用代码", CreditCode(), aliases=("信用代码", "社会信用代码", "统一信用代码")),
        Column("without_code", "没有代码的原因", Choice.of("没有代码的原因", _choices(WithoutCode.choices))),
        Column("is_resident", "驻区共建单位", YesNo(), aliases=("是否驻区共建单位", "共建单位")),
        Column(
            "party_organization", "单位的党组织", Reference(of="党组织"), aliases=("党组织", "党组织名称", "所建党组织")
        ),
        Column("address", "地址", Text(max=120), aliases=("单位地址", "注册地址", "经营地址")),
        Column("headcount", "从业人员", Choice.of("从业人员", _choices(Headcount.choices)), aliases=("从业人员规模",)),
        Column("party_members", "已知党员数", Number(0, 9999, unit="人"), aliases=("党员数", "党员人数")),
        Column("industry", "行业", Text(max=40), aliases=("所属行业", "行业类别")),
    ),
    notes=("留空的格子不改动已经登记的内容。", "一个单位按编号、统一社会信用代码、所在区域加名称来认。"),
)


class UnitRegister(ByHand):
    """Units of the areas."""

    table, label, counted = TABLE, "organizations.Unit", "个单位"
    see, edit = "unit.see", "unit.edit"
    model, own = Unit, (Location,)
    kept = (*PLAIN, "organization_id", "party_organization_id")

    def rows(self) -> Any:
        return units().filter(Q(Subtree("organization__path")))

    def exported(self) -> Iterator[Mapping[str, Any]]:
        places = Places(min(current_reach().subtrees, default=""))
        for unit in self.rows():
            row = {name: getattr(unit, name) for name in PLAIN} | {"number": unit.pk}
            home, party = places.by_pk.get(unit.organization_id), unit.party_organization
            known = places.by_pk.get(party.pk) if party else None
            row["organization"] = places.shown(home) if home else unit.organization.name
            row["party_organization"] = places.shown(known) if known else party.name if party else None
            yield row

    def checker(self, actor: Actor, *, on: date) -> Checker:
        return UnitChecker(self, actor, on=on)

    def write(self, actor: Actor, values: dict[str, Any], target: Any, *, on: date) -> Unit:
        values.pop("intake")
        party = values.pop("party_organization_id", getattr(target, "party_organization_id", None))
        values["party_organization"] = Organization.objects.filter(pk=party).first() if party else None
        if target is None:
            return add_unit(actor, Organization.objects.get(pk=values.pop("organization_id")), **values)
        plain = {name: values.pop(name, getattr(target, name)) for name in ("name", "kind", "is_resident")}
        return edit_unit(actor, target, **plain, **values)

    def remove(self, row: Unit) -> None:
        deleted(row)

    def restore(self, row: Unit, before: dict[str, Any]) -> None:
        given_back(row, before)


class UnitChecker(ByHandChecker):
    """By number, credit code, or area and name."""

    def __init__(self, register: ByHand, actor: Actor, *, on: date) -> None:
        super().__init__(register, actor, on=on)
        self.areas = Places(actor.path, lambda place: place.level in AREAS)
        self.parties = Places(actor.path, lambda place: bool(place.party_type))

    def title(self, values: Mapping[str, Any]) -> str:
        return str(values.get("name") or "")

    def verdict(self, read: Read) -> Verdict:
        values = dict(read.row.values)
        title, flaws = self.title(values), []
        home = self.areas.find(values["organization"])
        if home.place is None:
            flaws.append(Flaw("organization", home.reason, home.suggestion, values["organization"]))
        party = self.parties.find(text) if (text := values.get("party_organization")) else None
        if party is not None and party.place is None:
            flaws.append(Flaw("party_organization", party.reason, party.suggestion, str(text)))
        key = values.get("credit_code") or (values["organization"], values["name"])
        if flaw := self.twice(key, read.number, "统一社会信用代码或者区域、名称"):
            flaws.append(flaw)
        if flaws or home.place is None:
            return wrong(title, *flaws)
        given = {name: value for name in PLAIN if (value := values.get(name)) is not None}
        if party is not None and party.place is not None:
            given["party_organization_id"] = party.place.pk
        known = self._known(values, home.place.pk)
        if isinstance(known, Flaw):
            return wrong(title, known)
        if known is not None:
            return self._of_known(known, given, home.place.pk, title)
        given = {"is_resident": False, **given, "organization_id": home.place.pk}
        return Verdict(Outcome.NEW, title, home.place.path, given)

    def _known(self, values: Mapping[str, Any], home: int) -> Unit | Flaw | None:
        if number := values.get("number"):
            unit = Unit.objects.filter(pk=number).first()
            if unit is None or not is_within(unit.organization.path, self.actor.path):
                return Flaw("number", "在您的管辖范围里没有这个编号的单位。", "新单位请把编号留空。", str(number))
            return unit
        if code := values.get("credit_code"):
            found = Unit.objects.filter(credit_code=code, organization__in=self.areas.by_pk).first()
            if found is not None:
                return found
        named: Unit | None = Unit.objects.filter(organization=home, name=values["name"]).first()
        return named

    def _of_known(self, unit: Unit, given: dict[str, Any], home: int, title: str) -> Verdict:
        if unit.organization_id != home:
            text = f"这个单位登记在“{unit.organization.name}”，和这里填的不一样。"
            return wrong(title, Flaw("organization", text, "请核对所在区域；换了区域的，请在单位页面办理。"))
        return self.compared(unit, given, title, unit.organization.path)

    def shown(self, name: str, value: Any) -> str:
        if name == "party_organization_id":
            place = self.parties.by_pk.get(value)
            return place.name if place else NOTHING
        return super().shown(name, value)
