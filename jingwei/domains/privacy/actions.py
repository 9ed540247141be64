"""The writes of this room: asking, deciding, carrying out, and the copy of one's own data."""

from dataclasses import dataclass
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.calendar.selectors import add_working_days
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.foundation.secrets.forgetting import forget, must_be_free
from jingwei.foundation.secrets.looks import look_at_all
from jingwei.members.models import Member

from .choices import ABOUT_A_COLUMN, ARTICLES, DONE_BY_DECISION, LETTING_GO, RequestKind
from .models import RightsRequest
from .rules import RIGHTS, workdays
from .selectors.holdings import Holding, holdings


@dataclass(frozen=True)
class Person:
    """Somebody and the own membership (None for who is no member), at the place through which the person acts."""

    user: Any
    member: Member | None
    path: str

    def place(self) -> str:
        return self.path

    def __str__(self) -> str:
        return str(self.user)


@action("mine.ask", title="提出个人信息申请")
def ask(actor: Actor, person: Person, /, *, kind: str, what: str = "", text: str = "") -> RightsRequest:
    """Ask about own data. `what` is a column of a member, "" for something else, which the text then names."""
    if kind in ABOUT_A_COLUMN and not what and not text.strip():
        raise Refused("请选择涉及的内容，或者在说明里写清楚。", basis=ARTICLES[RequestKind(kind)])
    if kind == RequestKind.WITHDRAW and what:
        must_be_free(Member, what)
    if _open_requests(actor, kind, what):
        raise Refused("同样的申请正在办理，没有重复提出。", next_step="请在下面的“我的申请”里查看进展。")
    made_on = today()
    request = RightsRequest(
        path=person.member.path if person.member else person.path,
        owner=actor.user,
        member=person.member,
        kind=kind,
        what=what,
        text=text.strip(),
        made_on=made_on,
        due_on=add_working_days(made_on, workdays(on=made_on)),
    )
    request.save()
    return request


def _open_requests(actor: Actor, kind: str, what: str) -> bool:
    waiting = RightsRequest.objects.filter(owner=actor.user, kind=kind, what=what, carried_out_on=None)
    return bool(waiting.exclude(granted=False).exists())


@action("privacy.decide", title="答复个人信息申请")
def decide(actor: Actor, request: RightsRequest, /, *, granted: bool, reason: str = "") -> RightsRequest:
    """Answer a request. A refusal says why. What is granted is let go at once where it is a deletion, and done with
    the answer where it is an explanation; the rest waits to be carried out."""
    _must_be_others(actor, request)
    if request.decided_on:
        raise Refused("这项申请已经答复过。", next_step="请返回列表，查看答复。")
    said = reason.strip()
    if not said and (not granted or request.kind == RequestKind.EXPLAIN):
        words = "解释说明要写在答复里。" if granted else "不同意的，要说明理由。"
        raise Refused(words, basis=RIGHTS.basis, next_step="请写明后再提交。")
    if not granted and request.kind == RequestKind.WITHDRAW:
        raise Refused("撤回同意不能不同意。", basis=ARTICLES[RequestKind.WITHDRAW], next_step="请选“同意”。")
    request.granted, request.reason = granted, said
    request.decided_on, request.decided_by = today(), actor.user
    if granted and request.kind in LETTING_GO:
        _let_go(request)
    if granted and request.kind in DONE_BY_DECISION:
        request.carried_out_on = today()
    request.save()
    return request


def _let_go(request: RightsRequest) -> None:
    """Raises Refused for what has to be kept, and for what nobody can find by itself."""
    if not request.what or request.member is None:
        raise Refused(
            "申请没有写明删除登记的哪一项，不能直接办理。",
            basis=ARTICLES[RequestKind.DELETE],
            next_step="请与本人核实，请本人选定内容后重新申请；这一项请答复不同意并写明原因。",
        )
    forget(request.member, request.what)


@action("privacy.decide", title="落实个人信息申请")
def carry_out(actor: Actor, request: RightsRequest, /) -> RightsRequest:
    """Say that what was granted has been done: the record is corrected, the copy handed over."""
    _must_be_others(actor, request)
    if not request.granted:
        raise Refused("还没有同意这项申请。", next_step="请先答复。")
    if request.carried_out_on:
        raise Refused("这项申请已经办结。", next_step="请返回列表。")
    request.carried_out_on = today()
    request.save()
    return request


def _must_be_others(actor: Actor, request: RightsRequest) -> None:
    if request.owner_id == actor.user.pk:
        raise Refused("自己的申请不能由自己办理。", next_step="请由同一单位的其他同志办理。")


@action("mine.see", title="复制本人信息")
def copy_own(actor: Actor, person: Person, /) -> list[Holding]:
    """Everything that is held about the person who acts, with the secrets opened; each opening is a look on record."""
    return holdings(actor.user, lambda row: look_at_all(actor, row, what="复制本人全部信息"))
