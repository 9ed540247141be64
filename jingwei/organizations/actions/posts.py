"""Who holds which post, from when to when; terms; responsibilities."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import Model

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.access.grants import roles
from jingwei.foundation.accounts.models import User
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.foundation.journal import Change, open_journal
from jingwei.foundation.record.writer import write_act

from ..models import Organization, Post, Responsibility, Term
from ..rules import may_be_held, term_length

INSTALLER = "服务器安装人员"


@action("post.appoint", title="任职")
def appoint(actor: Actor, organization: Organization, /, *, user: User, duty: str, role: str, since: date) -> Post:
    """Give a person a post. Raises Refused for a role that may do what the appointing one may not, or that belongs to
    another level."""
    _may_give(actor, role)
    if organization.revoked_on is not None:
        raise Refused("组织已经撤销，不能再任职。")
    if not may_be_held(role, organization.level):
        raise Refused(f"“{roles()[role].title}”不是这一层级组织的角色。", next_step="请另选角色或者组织。")
    return _seat(organization, user=user, duty=duty, role=role, since=since)


@action("post.appoint", title="离任")
def end_post(actor: Actor, post: Post, /, *, until: date) -> Post:
    """End a post. The rights end with the next request on that day. Raises Refused for a day before it began, for a
    role that the actor could not give, and for the post that the actor acts through."""
    _may_give(actor, post.role)
    if post.pk == actor.post_id:
        raise Refused("不能结束自己正在用的岗位。", next_step="请本级另一位经办人或者上级办理。")
    return _leave(post, until)


def hand_over_post(post: Post, /, *, until: date) -> Post:
    """End a post whose work has been handed over and taken on. Runs inside the act that completes the handover, with
    that procedure's right."""
    return _leave(post, until)


def follow_home(user: User, old: Organization, new: Organization, *, on: date) -> None:
    """A member's own post goes along when the membership does: ended in the old branch, begun in the new one, where it
    may be held already. Posts of an office stay. Runs inside the act that moves the member."""
    for post in Post.objects.filter(user=user, organization=old, role="member", until=None):
        day = max(on, post.since)
        _leave(post, day)
        if not _holds(user, new, post.role):
            _seat(new, user=user, duty=post.duty, role=post.role, since=day)


def install_post(organization: Organization, /, *, user: User, duty: str, role: str, since: date) -> Post:
    """Give a post that no office may give, such as an administrator's. For the installer at the server; recorded."""
    with transaction.atomic(), open_journal() as journal:
        post = _seat(organization, user=user, duty=duty, role=role, since=since)
        _record("organizations.appoint", organization, post, organization.path, journal.changes)
        return post


def remove_post(post: Post, /, *, until: date) -> Post:
    """End a post that no office may end. For the installer at the server; recorded."""
    with transaction.atomic(), open_journal() as journal:
        _leave(post, until)
        _record("organizations.end_post", post, post, post.place(), journal.changes)
        return post


@action("organization.amend", title="登记届期")
def start_term(actor: Actor, organization: Organization, /, *, number: int, since: date, years: int) -> Term:
    """A new term; the one before it ends. Raises Refused for a length that the rules do not allow, for a number that
    was used, and for a day before the last term began."""
    above = Organization.objects.filter(path=organization.parent_path).first()
    of_committee, level = organization.is_committee, above.level if above else ""
    length = term_length(organization.level, level, of_committee=of_committee, on=since)
    if organization.is_elected and length and years != length.years:
        raise Refused(f"这类组织每届任期 {length.years} 年。", basis=length.basis, next_step="请把任期改过来。")
    if organization.terms.filter(number=number).exists():
        raise Refused(f"第 {number} 届已经登记过。", next_step="请核对届次。")
    for open_term in organization.terms.filter(ended_on=None):
        if since < open_term.since:
            raise Refused("选举日期不能早于上一届的选举日期。", next_step="请核对日期。")
        open_term.ended_on = since
        open_term.save()
    term = Term(organization=organization, number=number, since=since, years=years)
    term.save()
    return term


@action("organization.amend", title="登记责任")
def add_responsibility(
    actor: Actor, organization: Organization, /, *, kind: str, text: str, owner: Post | None = None
) -> Responsibility:
    """Something that the organization answers for."""
    responsibility = Responsibility(organization=organization, kind=kind, text=text, owner=owner)
    responsibility.save()
    return responsibility


@action("organization.amend", title="修改责任")
def edit_responsibility(
    actor: Actor, responsibility: Responsibility, /, *, kind: str, text: str, owner: Post | None = None
) -> Responsibility:
    """Correct a responsibility, or give it to another post."""
    responsibility.kind, responsibility.text, responsibility.owner = kind, text, owner
    responsibility.save()
    return responsibility


@action("organization.amend", title="删除责任")
def drop_responsibility(actor: Actor, responsibility: Responsibility, /) -> Organization:
    """Take a responsibility off the list; the organization that had it."""
    organization: Organization = responsibility.organization
    responsibility.delete()
    return organization


def _may_give(actor: Actor, role: str) -> None:
    wanted = roles()[role]
    if not wanted.permissions <= actor.grants.permissions:
        raise Refused(f"“{wanted.title}”的权限超出您自己的权限，不能由您办理。", next_step="请联系上级组织部门。")


def _record(name: str, subject: Model, post: Post, place: str, changes: Sequence[Change]) -> None:
    """What was done at the server, where nobody has signed in."""
    write_act(Actor(None, "", place, INSTALLER), name, subject, result=post, place=place, changes=changes)


def _holds(user: User, organization: Organization, role: str) -> bool:
    return Post.objects.filter(user=user, organization=organization, role=role, until=None).exists()


def _seat(organization: Organization, *, user: User, duty: str, role: str, since: date) -> Post:
    if _holds(user, organization, role):
        raise Refused("这个人已经在这个岗位上。")
    post = Post(user=user, organization=organization, duty=duty, role=role, since=since)
    post.save()
    return post


def _leave(post: Post, until: date) -> Post:
    if post.until is not None and post.until <= today():
        raise Refused("这个岗位已经离任。")
    if until < post.since:
        raise Refused("离任日期不能早于任职日期。")
    post.until = until
    post.save()
    return post
