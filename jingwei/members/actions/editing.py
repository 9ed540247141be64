"""The columns of a member: what changed from a day on, what had been wrong, and the numbers that are kept sealed."""

from datetime import date
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import everywhere
from jingwei.organizations.models import Organization

from ..models import Member
from ..rules.changing import CHANGING, CORRECTED, FIXED, PROCEDURES
from ..rules.identity import clean_id, clean_phone
from ..rules.joining import Problem, problems
from ..selectors.records import record_of
from ..selectors.search import blind_index
from .facts import put

PERMISSION = "member.edit"


@action(PERMISSION, title="变更党员信息")
def change(actor: Actor, member: Member, /, *, kind: str, value: Any, since: date, basis: str) -> Member:
    """From a day on a column has another value, by a document. Raises Refused for what never changes, for what changes
    by a procedure of its own, and by the rules of joining."""
    _must_change(kind)
    if since > today():
        raise Refused("变更的日期还没有到。", next_step="请到那一天再登记。")
    if since < member.joined_on and kind != "group":
        raise Refused("变更的日期不能早于入党日期。", next_step="当时登记错了的，请用“更正”。")
    if kind == "full_on" and member.full_on:
        raise Refused("已经转正。", next_step="转正日期登记错了的，请用“更正”。")
    if kind == "group":
        must_be_group_of(member, value)
    _put(member, {kind: value}, since, basis)
    return member


@action(PERMISSION, title="更正党员信息")
def correct(actor: Actor, member: Member, /, *, basis: str, **values: Any) -> Member:
    """These columns (kind=value) had been wrong from the start. Raises Refused as `change` does."""
    for kind in values:
        if kind not in CORRECTED:
            raise Refused("这一项不能更正。", next_step=PROCEDURES.get(kind, ""))
    if not basis.strip():
        raise Refused("请写明更正的依据。", next_step="例如：核对身份证；核对入党志愿书。")
    _put(member, values, None, basis)
    return member


@action(PERMISSION, title="登记联系方式")
def contact(
    actor: Actor, member: Member, /, *, id_number: str = "", phone: str = "", address: str = "", hardship: str = ""
) -> Member:
    """What is kept sealed; an empty text leaves what is there. Raises Refused for a number that is wrong, or that
    another member has."""
    given = {"id_number": clean_id(id_number), "phone": clean_phone(phone), "address": address, "hardship": hardship}
    for column, text in given.items():
        if text:
            setattr(member, column, text)
    must_be_right(member)
    must_be_new(member, given["id_number"])
    member.save()
    return member


def _put(member: Member, values: dict[str, Any], since: date | None, basis: str) -> None:
    before = {kind: getattr(member, kind) for kind in values}
    for kind, value in values.items():
        setattr(member, kind, value)
    must_be_right(member, only={kind for kind, value in values.items() if value != before[kind]})
    for kind, value in before.items():
        setattr(member, kind, value)
    if not put(member, values, since=since, basis=basis):
        raise Refused("没有改动，和登记的一样。", next_step="请先修改要变的那一项。")


def _must_change(kind: str) -> None:
    if kind in CHANGING:
        return
    next_step = "请用“更正”，并写明依据。" if kind in FIXED else PROCEDURES.get(kind, "")
    raise Refused("这一项不会变更，只能更正。" if kind in FIXED else "这一项在专门的手续里办理。", next_step=next_step)


def must_be_group_of(member: Member, group: Organization | None) -> None:
    """Raises Refused for a group of another branch."""
    if group is not None and (group.level != "group" or group.parent_path != member.path):
        raise Refused("党小组要选本支部的。", next_step="请重新选择；还没有划分党小组的，可以不选。")


def must_be_right(member: Member, only: set[str] | None = None) -> None:
    """Raises Refused for the first thing that is wrong in the record; `only`: in these columns, and in those that hang
    together with them."""
    related = {"joined_on", "approved_on", "full_on", "born_on", "gender"}
    wanted = None if only is None else only | (related if only & related else set())
    for problem in problems(record_of(member), on=today()):
        if problem.stops and (wanted is None or problem.column in wanted):
            raise refusal(problem)


def refusal(problem: Problem) -> Refused:
    return Refused(problem.text, basis=problem.basis, next_step=problem.next_step)


def must_be_new(member: Member, id_number: str) -> None:
    """Raises Refused for the identity number of another member, without telling whose and where."""
    if not id_number:
        return
    with everywhere(reason="an identity number is registered once, whoever sees the other member"):
        known = Member.objects.filter(id_index=blind_index("id_index", id_number)).exclude(pk=member.pk).exists()
    if known:
        raise Refused(
            "这个公民身份号码已经登记过。", next_step="请先在“查找”里按号码找；不在本组织的，请办理组织关系转接。"
        )
