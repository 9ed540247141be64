"""The register of posts. A person is meant by the username, or by the name and the tail of the ID number."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.access.grants import roles
from jingwei.foundation.accounts.models import User
from jingwei.foundation.clock import today
from jingwei.foundation.scope.paths import is_within
from jingwei.foundation.scope.reach import current_reach
from jingwei.foundation.scope.vocabulary import below
from jingwei.foundation.spreadsheets.cells import Choice, Day, Number, PersonName, Reference, Text
from jingwei.foundation.spreadsheets.choices import Outcome
from jingwei.foundation.spreadsheets.columns import Column, Flaw, Table
from jingwei.foundation.spreadsheets.registers import Checker, Read, Verdict, wrong
from jingwei.organizations.actions.posts import appoint, end_post
from jingwei.organizations.choices import Duty
from jingwei.organizations.models import Organization, Post
from jingwei.organizations.registers.actions import deleted, given_back
from jingwei.organizations.registers.by_hand import ByHand, ByHandChecker
from jingwei.organizations.registers.places import Places
from jingwei.organizations.rules import may_be_held
from jingwei.organizations.selectors.rows import open_posts

from ..models import Member

ROLES = [(role.key, role.title) for role in roles().values()]
TABLE = Table(
    "posts",
    "岗位",
    (
        Column("number", "编号", Number(1, 10**15), explanation="系统给每个岗位的编号。新任职的请留空。"),
        Column("name", "姓名", PersonName(), True, ("任职人", "人员")),
        Column(
            "username",
            "账号",
            Text(max=150),
            aliases=("登录账号", "用户名"),
            explanation="不知道账号的，填身份证后四位。",
        ),
        Column("tail", "身份证后四位", Text(max=4), aliases=("身份证号后四位", "公民身份号码后四位")),
        Column("organization", "所在组织", Reference(of="组织"), True, ("任职组织", "组织", "单位"), "", ""),
        Column("duty", "职务", Choice.of("职务", Duty.choices), True, ("党内职务", "岗位")),
        Column("role", "权限角色", Choice.of("权限角色", ROLES), True, ("角色", "权限")),
        Column("since", "任职日期", Day(future=True), True, ("任职时间", "任职开始日期")),
        Column("until", "离任日期", Day(future=True), aliases=("离任时间", "任职结束日期")),
    ),
    notes=(
        "岗位带来权限，从任职那天起生效；只能授予不超出您自己权限的角色。",
        "已有岗位只能补填离任日期；换职务、换角色，请先离任再任职。",
    ),
)
FIXED = ("duty", "role", "since")


class PostRegister(ByHand):
    """The posts that have not ended."""

    table, label, counted = TABLE, "organizations.Post", "个岗位"
    see, edit = "post.see", "post.appoint"
    model = Post
    is_frame = True
    kept = ("user_id", "organization_id", "duty", "role", "since", "until")

    def rows(self) -> Any:
        return open_posts(on=today())

    def shows(self, row: Any) -> str:
        return str(row.user)

    def exported(self) -> Iterator[Mapping[str, Any]]:
        places = Places(min(current_reach().subtrees, default=""))
        for post in self.rows():
            row = {name: getattr(post, name) for name in ("duty", "role", "since", "until")}
            home = places.by_pk.get(post.organization_id)
            row |= {"number": post.pk, "name": str(post.user), "username": post.user.username}
            yield row | {"organization": places.shown(home) if home else post.organization.name}

    def checker(self, actor: Actor, *, on: date) -> Checker:
        return PostChecker(self, actor, on=on)

    def write(self, actor: Actor, values: dict[str, Any], target: Any, *, on: date) -> Post:
        until = date.fromisoformat(values["until"]) if values.get("until") else None
        if target is None:
            place = Organization.objects.get(pk=values["organization_id"])
            given = {"duty": values["duty"], "role": values["role"], "since": date.fromisoformat(values["since"])}
            target = appoint(actor, place, user=User.objects.get(pk=values["user_id"]), **given)
        return end_post(actor, target, until=until) if until else target

    def remove(self, row: Post) -> None:
        deleted(row)

    def restore(self, row: Post, before: dict[str, Any]) -> None:
        given_back(row, before)


class PostChecker(ByHandChecker):
    """By number, or person, organization and role."""

    def __init__(self, register: ByHand, actor: Actor, *, on: date) -> None:
        super().__init__(register, actor, on=on)
        self.places = Places(actor.path)

    def title(self, values: Mapping[str, Any]) -> str:
        return " ".join(str(values.get(name) or "") for name in ("name", "organization")).strip()

    def verdict(self, read: Read) -> Verdict:
        values, title = dict(read.row.values), self.title(read.row.values)
        found = self.places.find(values["organization"])
        if found.place is None:
            return wrong(title, Flaw("organization", found.reason, found.suggestion, values["organization"]))
        person = self._person(values)
        if isinstance(person, Flaw):
            return wrong(title, person)
        if flaw := self.twice((person.pk, found.place.pk, values["role"]), read.number, "人员、组织和角色"):
            return wrong(title, flaw)
        known = Post.objects.filter(user=person, organization=found.place.pk, role=values["role"])
        known = known.filter(pk=values["number"]) if values.get("number") else known.filter(until=None)
        if post := known.first():
            return self._known(post, values, title)
        if values.get("number"):
            flaw = Flaw("number", "这个编号的岗位不是这个人的。", "新任职的请把编号留空。", str(values["number"]))
            return wrong(title, flaw)
        return self._new(person, found.place, values, title)

    def _known(self, post: Post, values: Mapping[str, Any], title: str) -> Verdict:
        for name in FIXED:
            if values[name] != getattr(post, name):
                text = f"已经在任，{self.heading(name)}登记的是“{self.shown(name, getattr(post, name))}”。"
                return wrong(title, Flaw(name, text, "请先办理离任，再重新任职。", self.shown(name, values[name])))
        given = {"until": values["until"]} if values.get("until") else {}
        return self.compared(post, given, title, post.place())

    def _new(self, person: User, place: Any, values: Mapping[str, Any], title: str) -> Verdict:
        role = roles()[values["role"]]
        if not role.permissions <= self.actor.grants.permissions:
            text = f"“{role.title}”的权限超出您自己的权限。"
            return wrong(title, Flaw("role", text, "请联系上级组织部门。", role.title))
        if not may_be_held(role.key, place.level):
            text = f"“{role.title}”不是这一层级组织的角色。"
            return wrong(title, Flaw("role", text, "请另选角色或者组织。", role.title))
        given = {"user_id": person.pk, "organization_id": place.pk, "duty": values["duty"], "role": values["role"]}
        given |= {name: values[name].isoformat() for name in ("since", "until") if values.get(name)}
        return Verdict(Outcome.NEW, title, place.path, given)

    def _person(self, values: Mapping[str, Any]) -> User | Flaw:
        name = str(values["name"])
        if username := values.get("username"):
            user: User | None = User.objects.filter(username=username, is_active=True).first()
            if user is None or str(user) != name:
                return Flaw("username", "没有这个账号，或者账号和姓名对不上。", "请核对账号和姓名。", str(username))
            return user
        if tail := values.get("tail"):
            return self._by_tail(name, str(tail).upper())
        return Flaw("username", "没有填写。", "请填写账号，或者填写身份证后四位。")

    def _by_tail(self, name: str, tail: str) -> User | Flaw:
        alike = Member.objects.filter(below("path", self.actor.path), name=name, left_on=None).select_related("user")
        found = [one for one in alike if one.id_number and one.id_number.open().endswith(tail)]
        if len(found) == 1 and found[0].user is not None and is_within(found[0].path, self.actor.path):
            return found[0].user
        if len(found) > 1:
            return Flaw("tail", "这个姓名和后四位的党员不止一名。", "请填写账号。", tail)
        if found:
            return Flaw("tail", "这名党员还没有登录账号。", "请先建立账号（导入党员时可以同时建立），再任职。", tail)
        return Flaw("tail", "在您的管辖范围里没有这个姓名和后四位的党员。", "请核对，或者填写账号。", tail)
