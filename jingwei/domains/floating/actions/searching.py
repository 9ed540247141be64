"""Somebody cannot be reached: looked for, and decided about by people. Nothing here happens by itself."""

from datetime import date

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.members.actions import set_standing
from jingwei.members.choices import GONE, Standing
from jingwei.members.models import Member

from ..choices import Stage
from ..models import LostContact, Search
from ..rules.lost import (
    LEAVING,
    LOST,
    RESTORATION,
    SUSPENDED,
    WAYS,
    can_be_removed_from,
    can_be_suspended_from,
    searched_enough,
)
from .standing import stand

DOCUMENT_NEEDED = "请写明文件名称和文号。"


@action("floating.edit", title="登记失联")
def report_lost(actor: Actor, member: Member, /, *, last_contact_on: date, note: str = "") -> LostContact:
    """The branch cannot reach the member any more, and begins to look. Raises Refused."""
    member = member.fresh(locked=True)
    if member.standing in GONE:
        raise Refused(f"{member}已经是“{member.get_standing_display()}”。")
    if last_contact_on > today():
        raise Refused("最后一次联系上的日期不能晚于今天。", next_step="请核对日期。")
    if LostContact._base_manager.filter(member=member, ended_on=None).exists():
        raise Refused(f"{member}已经登记失联。", next_step="请到失联名单里继续登记查找情况。")
    lost = LostContact(
        member=member,
        organization=member.organization,
        last_contact_on=last_contact_on,
        opened_on=today(),
        note=note,
        standing_before=member.standing,
    )
    lost.save()
    stand(actor, member, Standing.LOST, on=last_contact_on, basis="支部登记失联")
    return lost


@action("floating.edit", title="登记查找")
def add_search(actor: Actor, lost: LostContact, /, *, on: date, way: str, note: str) -> Search:
    """One more attempt. Raises Refused for a day before the last contact or still to come, and after the end."""
    lost = _open(lost)
    if not lost.last_contact_on <= on <= today():
        raise Refused("查找的日期不能早于最后一次联系，也不能晚于今天。", next_step="请核对日期。")
    search = Search(lost=lost, on=on, way=way, note=note)
    search.save()
    return search


@action("floating.edit", title="停止党籍")
def suspend(actor: Actor, lost: LostContact, /, *, on: date, by: str, document: str) -> LostContact:
    """The branch or its superior has decided, by a document. Raises Refused before six months are over, and before the
    member was looked for in several ways."""
    lost = _open(lost, Stage.SEARCHING)
    earliest = can_be_suspended_from(lost.last_contact_on)
    if on < earliest:
        raise Refused(
            f"失去联系还不满 {LOST.current.value} 个月，不能停止党籍。",
            basis=LOST.current.basis,
            earliest=_said(earliest),
            next_step="请继续查找，并把每一次查找登记下来。",
        )
    if not searched_enough(list(lost.searches.values_list("way", flat=True)), on=on):
        raise Refused(
            f"还没有经过多方查找，至少要用 {WAYS.current.value} 种方式。",
            basis=WAYS.current.basis,
            next_step="请换一种方式再找，例如问亲属、问单位、上门，并登记下来。",
        )
    _must_have_come(on)
    lost.suspended_on, lost.suspended_by, lost.suspension_document = on, by, _needed(document)
    lost.save()
    set_standing(actor, lost.member, standing=Standing.SUSPENDED, on=on, basis=document)
    return lost


@action("floating.edit", title="支部大会决定除名")
def resolve_removal(actor: Actor, lost: LostContact, /, *, on: date, resolution: str) -> LostContact:
    """The branch congress has decided that somebody who stays out of reach has left by themselves; the superior is
    asked to approve. Raises Refused before two years of suspension are over."""
    lost = _open(lost, Stage.SUSPENDED)
    earliest = can_be_removed_from(lost.suspended_on or on)
    if on < earliest:
        raise Refused(
            f"停止党籍还不满 {SUSPENDED.current.value} 个月，不能按自行脱党除名。",
            basis=SUSPENDED.current.basis,
            earliest=_said(earliest),
            next_step="请继续查找；联系上的，办理恢复。",
        )
    _must_have_come(on)
    lost.resolved_on, lost.resolution = on, _needed(resolution)
    lost.save()
    return lost


@action("floating.edit", title="批准除名")
def approve_removal(actor: Actor, lost: LostContact, /, *, on: date, document: str) -> LostContact:
    """The superior approves what the branch congress has decided, and the membership ends. Raises Refused for the
    branch itself, and for a day before the decision."""
    lost = _open(lost, Stage.RESOLVED)
    if actor.path == lost.path:
        raise Refused("除名要报上级党组织批准。", basis=LEAVING.basis, next_step="请等上级办理。")
    if lost.resolved_on is not None and on < lost.resolved_on:
        raise Refused("批准的日期不能早于支部大会决定的日期。", next_step="请核对日期。")
    _must_have_come(on)
    lost.removed_on, lost.removal_document, lost.ended_on = on, _needed(document), today()
    lost.save()
    set_standing(actor, lost.member, standing=Standing.REMOVED, on=on, basis=document)
    return lost


@action("floating.edit", title="取得联系")
def found(actor: Actor, lost: LostContact, /, *, on: date, how: str, document: str = "") -> LostContact:
    """The member can be reached again. While still looked for, the membership goes on; one that was suspended is
    restored by a document. Raises Refused for one that was removed, which cannot be restored."""
    lost = lost.fresh(locked=True)
    if lost.removed_on is not None:
        raise Refused("除名的党籍不能恢复。", basis=RESTORATION.basis, next_step="符合条件的，可以重新申请入党。")
    _open(lost)
    if on < lost.last_contact_on:
        raise Refused("取得联系的日期不能早于最后一次联系。", next_step="请核对日期。")
    _must_have_come(on)
    lost.found_on, lost.found_how, lost.ended_on = on, how, today()
    if lost.suspended_on is not None:
        lost.restored_on, lost.restoration_document = on, _needed(document, RESTORATION.basis)
    lost.save()
    set_standing(actor, lost.member, standing=lost.standing_before, on=on, basis=document or how[:100])
    return lost


def _open(lost: LostContact, *stages: Stage) -> LostContact:
    """The matter as it is now. Raises Refused when it is over, or at another stage than these."""
    lost = lost.fresh(locked=True)
    if lost.ended_on is not None or (stages and lost.stage not in stages):
        raise Refused(f"现在是“{lost.stage.label}”，不能办这一步。", next_step="请刷新页面，查看最新情况。")
    return lost


def _needed(document: str, basis: str = "") -> str:
    if not document.strip():
        raise Refused("要有文件作依据。", basis=basis, next_step=DOCUMENT_NEEDED)
    return document.strip()


def _must_have_come(on: date) -> None:
    if on > today():
        raise Refused("日期还没有到。", next_step="请到那一天再办理。")


def _said(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
