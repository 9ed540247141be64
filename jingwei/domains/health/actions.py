"""A matter is opened, answered, closed."""

from datetime import date, timedelta

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.organizations.followers import Merger
from jingwei.organizations.models import Organization
from jingwei.regulations.selectors import local_value

from .models import Matter
from .rules import KINDS
from .selectors.examining import finding_of


@action("health.open", title="开出整改事项")
def open_matter(actor: Actor, organization: Organization, /, *, kind: str, due_on: date | None = None) -> Matter:
    """Ask the organization to put a finding right, by a day (the local number of days without one). Raises Refused for
    one's own organization, for what the check does not find, and while a matter of the kind is open."""
    if actor.path == organization.path:
        raise Refused("整改事项由上级开出，不能给本级开。", next_step="请直接改正，再看体检结果。")
    if Matter.objects.filter(organization=organization, kind=kind, closed_on=None).exists():
        raise Refused("这个问题已经开出整改事项，还没有办结。", next_step="请在整改事项里查看。")
    finding = finding_of(organization, kind, on=today())
    if finding is None:
        raise Refused(f"现在没有查到“{KINDS.get(kind, kind)}”。", next_step="请刷新体检结果。")
    days = int(local_value("health.matter_days", organization.path, on=today()).value)
    matter = Matter(
        organization=organization,
        opener=Organization.objects.get(path=actor.path),
        kind=kind,
        words=finding.words,
        basis=finding.basis,
        opened_on=today(),
        opened_by=f"{actor.title} {actor.user}"[:160],
        due_on=due_on or today() + timedelta(days=days),
    )
    if matter.due_on < today():
        raise Refused("办理期限不能早于今天。", next_step="请改一个日期。")
    matter.save()
    return matter


@action("health.answer", title="回复整改事项")
def answer(actor: Actor, matter: Matter, /, *, answer: str) -> Matter:
    """Say what was done. Raises Refused when it is closed, and for those who opened it."""
    _must_be_open(matter)
    if actor.may("health.open", matter.opener.path):
        raise Refused("整改情况由本组织回复。", next_step="请等待回复，再核对办结。")
    matter.answer, matter.answered_on = answer, today()
    matter.answered_by = f"{actor.title} {actor.user}"[:160]
    matter.save()
    return matter


@action("health.open", title="办结整改事项")
def close(actor: Actor, matter: Matter, /, *, note: str = "") -> Matter:
    """It is put right. Raises Refused while the check still finds it and no reason is given, PermissionDenied for those
    who were asked."""
    actor.must("health.open", matter.opener.path)
    _must_be_open(matter)
    still = finding_of(matter.organization, matter.kind, on=today())
    if still is not None and not note.strip():
        raise Refused(
            f"体检还能查到这个问题：{still.words}",
            basis=still.basis,
            next_step="请等改正以后再办结；确有原因要先办结的，写明原因。",
        )
    matter.closed_on, matter.closing_note = today(), note.strip()
    matter.save()
    return matter


def close_matters(merger: Merger) -> None:
    """What was amiss with an organization that merges into another is over; the check looks at the other. Runs inside
    the act that merges the two."""
    source, target = merger.source, merger.target
    for matter in Matter.objects.filter(organization=source, closed_on=None):
        matter.closed_on, matter.closing_note = today(), f"组织已并入{target.name}"
        matter.save()


def _must_be_open(matter: Matter) -> None:
    if matter.closed_on is not None:
        raise Refused("这个整改事项已经办结。", next_step="请返回列表，看其他事项。")
