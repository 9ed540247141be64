"""A pack is made, confirmed by both, and ends the old post."""

import re

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.organizations.actions.posts import hand_over_post
from jingwei.organizations.models import Post

from .models import Handover, HandoverRow
from .selectors.packs import NO_WORK, candidates, is_above, may_prepare
from .selectors.sections import contents

PERMISSION = "handover.confirm"
PASSWORD = re.compile(r"(密码|口令)\s*(是|为|[:：=])\s*\S|password\s*[:=]\s*\S", re.IGNORECASE)


@action(PERMISSION, title="生成交接包")
def prepare(actor: Actor, post: Post, /, *, keys: str, successor: Post | None = None) -> Handover:
    """Freeze what the post's organization has in hand. By the leaver, or by the office above. Raises Refused for a post
    without work, while a pack of the post is open, and for keys that tell a password."""
    _must_prepare(actor, post)
    if post.duty in NO_WORK:
        raise Refused("这个岗位没有需要交接的工作。")
    if Handover.objects.filter(leaver=post, completed_on=None, withdrawn_on=None).exists():
        raise Refused("这个岗位已经有一份没有办完的交接包。", next_step="请在交接包里接着办。")
    _must_keep_passwords_out(keys)
    handover = Handover(organization=post.organization, leaver=post, keys=keys)
    handover.opened_on, handover.opened_by = today(), _signed(actor)
    handover.successor = _fitting(post, successor)
    handover.save()
    _freeze(handover)
    return handover


@action(PERMISSION, title="重新生成交接包")
def revise(actor: Actor, handover: Handover, /, *, keys: str) -> Handover:
    """Freeze it anew, before the leaver has confirmed."""
    _must_prepare(actor, handover.leaver)
    _must_be_open(handover)
    if handover.leaver_on is not None:
        raise Refused("移交已经确认，交接包不能再改。", next_step="确有遗漏的，先取消，再重新生成。")
    _must_keep_passwords_out(keys)
    handover.keys, handover.opened_on = keys, today()
    handover.save()
    HandoverRow.objects.filter(handover=handover).delete()
    _freeze(handover)
    return handover


@action(PERMISSION, title="确定接任人")
def name_successor(actor: Actor, handover: Handover, /, *, successor: Post) -> Handover:
    """Who takes the work on. Raises Refused for somebody without the post, and once it has been taken on."""
    _must_prepare(actor, handover.leaver)
    _must_be_open(handover)
    if handover.successor_on is not None:
        raise Refused("接任人已经确认接收。", next_step="要换人的，先取消，再重新生成。")
    handover.successor = _fitting(handover.leaver, successor)
    handover.save()
    return handover


@action(PERMISSION, title="确认移交")
def give(actor: Actor, handover: Handover, /) -> Handover:
    """The leaver's word. Raises Refused for anybody else."""
    _must_be_open(handover)
    if actor.post_id != handover.leaver_id:
        raise Refused("移交由离任人本人确认。", next_step="本人不能确认的，请上级写明原因代为确认。")
    return _given(actor, handover, "")


@action(PERMISSION, title="代为确认移交")
def give_instead(actor: Actor, handover: Handover, /, *, reason: str) -> Handover:
    """The superior's word where the leaver is gone, with the reason."""
    _must_be_open(handover)
    if not is_above(actor, handover.leaver):
        raise Refused("只有上级可以代为确认。", next_step="请联系上级组织部门。")
    return _given(actor, handover, reason)


@action(PERMISSION, title="确认接收")
def take(actor: Actor, handover: Handover, /) -> Handover:
    """The successor's word. Raises Refused for anybody else."""
    _must_be_open(handover)
    if handover.successor_id is None or actor.post_id != handover.successor_id:
        raise Refused("接收由接任人本人确认。", next_step="请先确定接任人；还没有任职的，由上级先任职。")
    if handover.successor_on is not None:
        raise Refused("已经确认接收。")
    handover.successor_on, handover.successor_by = today(), _signed(actor)
    return _completed(handover)


@action(PERMISSION, title="取消交接")
def withdraw(actor: Actor, handover: Handover, /) -> Handover:
    """The work stays where it is."""
    _must_prepare(actor, handover.leaver)
    _must_be_open(handover)
    handover.withdrawn_on = today()
    handover.save()
    return handover


def _given(actor: Actor, handover: Handover, reason: str) -> Handover:
    if handover.leaver_on is not None:
        raise Refused("移交已经确认。", next_step="请等待接任人确认接收。")
    handover.leaver_on, handover.leaver_by, handover.gone_reason = today(), _signed(actor), reason
    return _completed(handover)


def _completed(handover: Handover) -> Handover:
    """With the second word the old post ends, from today: the rights are gone at the next request."""
    if handover.leaver_on is not None and handover.successor_on is not None:
        handover.completed_on = today()
        post: Post = handover.leaver
        if post.until is None or post.until > today():
            hand_over_post(post, until=max(today(), post.since))
    handover.save()
    return handover


def _freeze(handover: Handover) -> None:
    found = contents(handover.organization, on=today())
    rows = [
        HandoverRow(
            handover=handover,
            position=position,
            section=title,
            title=line.title[:200],
            note=line.note[:300],
            due_on=line.due_on,
        )
        for position, (title, line) in enumerate(found, 1)
    ]
    HandoverRow.objects.bulk_create(rows)


def _fitting(post: Post, successor: Post | None) -> Post | None:
    if successor is not None and successor not in candidates(post, on=today()):
        raise Refused("接任人要先有同一个组织的同一个岗位。", next_step="请上级先办理任职，再确定接任人。")
    return successor


def _must_prepare(actor: Actor, post: Post) -> None:
    if not may_prepare(actor, post):
        raise Refused("交接由离任人本人或者上级办理。", next_step="请联系离任人或者上级组织部门。")


def _must_be_open(handover: Handover) -> None:
    if not handover.is_open:
        raise Refused("这份交接包已经办完或者取消。", next_step="请返回列表查看。")


def _must_keep_passwords_out(keys: str) -> None:
    if PASSWORD.search(keys):
        raise Refused("交接包里不能写密码。", next_step="请删掉密码，账号由接任人用自己的登录。")


def _signed(actor: Actor) -> str:
    return f"{actor.title} {actor.user}"[:160]
