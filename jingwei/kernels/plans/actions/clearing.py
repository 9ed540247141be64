"""To ask something of communities one needs the district's clearance (准入)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.organizations.models import Organization
from jingwei.regulations.library import clause

from ..models import AskedField, Clearance
from ..rules.asking import held_among
from ..rules.burden import plain
from ..selectors.clearances import areas_for, fields_asked_in
from ..selectors.quotas import QUOTA
from ..selectors.weighing import heaviest_with
from .bounds import must_be_allowed

REPEATED = clause("formalism.repeated_forms")


@action("clearance.ask", title="申请准入")
def ask(
    actor: Actor,
    organization: Organization,
    /,
    *,
    fields: Sequence[str],
    area: Organization,
    demands: Sequence[str] = (),
    **values: Any,
) -> Clearance:
    """Ask the district for clearance. `fields` are the labels to be filled in, `demands` what else is asked in words,
    `values` the columns of Clearance. Raises Refused, with the clause, for what may not be asked, and for a field
    held or asked already."""
    _must_be_an_area_of(actor, area)
    must_be_allowed(values["title"], *demands, *fields)
    _must_not_be_held(fields)
    clearance = Clearance(organization=organization, area=area, **values)
    _must_not_be_asked(fields, clearance)
    clearance.save()
    for label in dict.fromkeys(fields):
        AskedField(clearance=clearance, label=label).save()
    return clearance


def _must_be_an_area_of(actor: Actor, area: Organization) -> None:
    if area not in areas_for(actor.path):
        raise Refused(f"不能为{area}申请准入。", next_step="请选本级或本级服务的区、街道、镇。")


def _must_not_be_held(fields: Sequence[str]) -> None:
    if held := held_among(fields):
        words = "；".join(f"“{field.label}”在{field.where}里" for field in held)
        raise Refused(
            f"这些内容系统里已经有了，不能再问：{words}。",
            basis=REPEATED.basis,
            next_step="请去掉这些填报项，直接从名册里查看或导出。",
        )


def _must_not_be_asked(fields: Sequence[str], clearance: Clearance) -> None:
    asked = fields_asked_in(clearance)
    repeated = [f"“{label}”（{asked[plain(label)]}已经在收）" for label in fields if plain(label) in asked]
    if repeated:
        raise Refused(
            f"同一内容不能重复要社区填报：{'、'.join(repeated)}。",
            basis=REPEATED.basis,
            next_step="请去掉这些填报项，向已在收取的单位调用结果。",
        )


@action("clearance.decide", title="同意准入")
def grant(
    actor: Actor, clearance: Clearance, /, *, decision: str, until: date, over_quota_reason: str = ""
) -> Clearance:
    """Let it be asked until a day. Raises Refused when a field has been granted to another meanwhile, and when the
    month's quota of a community would be exceeded and no reason is given."""
    _must_be_open(clearance)
    if until < max(clearance.starts_on, today()):
        raise Refused("同意的期限已经过去，或早于开始日期。", next_step="请改一个更晚的日期，或不予准入。")
    clearance.until, clearance.over_quota_reason = until, over_quota_reason
    _must_not_be_asked([field.label for field in clearance.fields.all()], clearance)
    _must_be_within_quota(clearance)
    clearance.published_path = clearance.area.path
    return _decide(actor, clearance, "granted", decision)


def _must_be_within_quota(clearance: Clearance) -> None:
    found = heaviest_with(clearance, on=today())
    if found is not None and found.beyond > 0 and not clearance.over_quota_reason.strip():
        raise Refused(
            f"同意后，{found.community}{found.year}年{found.month}月约要填报 {found.minutes} 分钟，"
            f"超过 {found.quota} 分钟的额度。",
            basis=QUOTA.current.basis,
            next_step="可以不予准入，或要求减少频次和内容；确需超出的，请写明理由，理由会对社区公开。",
        )


def decide(actor: Actor, clearance: Clearance, /, *, verdict: str, version: Any = None, **values: Any) -> Clearance:
    """Grant or refuse, as the form says: `verdict` is "grant" or "refuse"."""
    if verdict == "grant":
        return grant(actor, clearance, version=version, **values)
    return refuse(actor, clearance, version=version, decision=values["decision"])


@action("clearance.decide", title="不予准入")
def refuse(actor: Actor, clearance: Clearance, /, *, decision: str) -> Clearance:
    """Say no, and why. Raises Refused for an application that is not open."""
    _must_be_open(clearance)
    return _decide(actor, clearance, "refused", decision)


@action("clearance.ask", title="撤回准入申请")
def withdraw_clearance(actor: Actor, clearance: Clearance, /) -> Clearance:
    """Take an application back. Raises Refused for one that is not open, and for others than the asker."""
    _must_be_open(clearance)
    if actor.path != clearance.organization.path:
        raise Refused("申请只能由申请单位自己撤回。", next_step="不同意的，请在审核里写明意见。")
    clearance.state = "withdrawn"
    clearance.save()
    return clearance


def _must_be_open(clearance: Clearance) -> None:
    if clearance.state != "asked":
        raise Refused(
            f"这份申请已经是“{clearance.get_state_display()}”，不能再改。", next_step="需要调整的，请另行申请准入。"
        )


def _decide(actor: Actor, clearance: Clearance, state: str, decision: str) -> Clearance:
    clearance.state, clearance.decision = state, decision
    clearance.decided_on, clearance.decided_by = today(), f"{actor.title} {actor.user}"[:160]
    clearance.save()
    return clearance
