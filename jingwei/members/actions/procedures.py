"""What procedures of other rooms do to a member. None of these is an act of its own: each runs inside the act of the
procedure that decided it, with the right that the procedure asks for, and is told in that act."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import now, today
from jingwei.foundation.errors import Refused
from jingwei.organizations.actions.posts import follow_home
from jingwei.organizations.followers import Merger
from jingwei.organizations.models import Organization

from ..choices import GONE, FactKind
from ..followers import bring_along
from ..models import Award, Fact, Member, NameWord
from ..selectors.rows import beginnings
from .enrolling import must_be_home
from .facts import facts_of_change, put


def set_standing(actor: Actor, member: Member, /, *, standing: str, on: date, basis: str) -> Member:
    """The membership stands otherwise from a day on; a standing of GONE ends it that day, any other takes it up again.
    Raises Refused for a day to come, or before the last such change."""
    _must_have_come(on)
    member.left_on = on if standing in GONE else None
    if not put(member, {FactKind.STANDING: standing}, since=on, basis=basis):
        raise Refused("党籍状态没有变化。", next_step="请核对后再办理。")
    return member


def move_member(actor: Actor, member: Member, /, *, organization: Organization, on: date, basis: str) -> Member:
    """The member belongs to another branch from a day on: never to two, never to none. The group ends with the branch.
    Whatever hangs on the member follows (followers.follows_member). Raises Refused."""
    _must_have_come(on)
    must_be_home(organization)
    if organization.pk == member.organization_id:
        raise Refused(f"已经在{organization}。", next_step="请另选一个党支部。")
    old, home = member.path, member.organization
    values: dict[str, Any] = {FactKind.ORGANIZATION: organization}
    if member.group_id is not None:
        values[FactKind.GROUP] = None
    put(member, values, since=on, basis=basis)
    Award._base_manager.filter(member=member).update(path=member.path)
    if member.user is not None:
        follow_home(member.user, home, organization, on=on)
    bring_along(member, old)
    return member


def carry_members(merger: Merger) -> None:
    """The members of one organization become those of another. Runs inside the act that merges the two."""
    source, target = merger.source, merger.target
    found = list(Member.objects.filter(organization=source).select_related("user"))
    _keep_what_was(found, FactKind.ORGANIZATION, merger)  # the groups come along by themselves
    Award._base_manager.filter(member__organization=source).update(path=target.path)
    NameWord._base_manager.filter(path=source.path).update(path=target.path)
    Member.objects.filter(organization=source).update(organization=target, path=target.path)
    for member in found:
        member.organization, member.path = target, target.path
        if member.user is not None:
            follow_home(member.user, source, target, on=merger.on)
        bring_along(member, source.path)


def carry_group(merger: Merger) -> None:
    """The members of one Party group become those of another. Runs inside the act that merges the two."""
    _keep_what_was(list(Member.objects.filter(group=merger.source)), FactKind.GROUP, merger)
    Member.objects.filter(group=merger.source).update(group=merger.target)


def _keep_what_was(found: Sequence[Member], kind: str, merger: Merger) -> None:
    """They were in the source until the day of the decision; who came later was there for no day at all."""
    values, moment, began = {kind: merger.target}, now(), beginnings(found)
    facts: list[Fact] = []
    for member in found:
        start = began.get((member.pk, kind))
        since = max(merger.on, start.since) if start is not None and start.since is not None else merger.on
        facts += facts_of_change(member, values, now=moment, since=since, basis=merger.basis, began=began)
    Fact.objects.bulk_create(facts)


def _must_have_come(on: date) -> None:
    if on > today():
        raise Refused("日期还没有到。", next_step="请到那一天再办理。")
