"""A member is ticked as typed in."""

from collections.abc import Sequence

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.members.models import Member
from jingwei.organizations.models import Organization

from .models import Rekeyed
from .selectors.progress import typed_of
from .selectors.values import digest_of, values_of

PERMISSION = "rekeying.mark"


@action(PERMISSION, title="记为已录入")
def mark(actor: Actor, member: Member, /) -> Rekeyed:
    """What the register tells of the member now stands in the national system."""
    return _marked(actor, member)


@action(PERMISSION, title="一批记为已录入")
def mark_all(actor: Actor, organization: Organization, /, *, members: Sequence[Member]) -> list[Rekeyed]:
    """The same of several members of one organization. Raises Refused for none, and for a member of another."""
    if not members:
        raise Refused("还没有选党员。", next_step="请勾选已经录入的党员。")
    for member in members:
        if member.organization_id != organization.pk:
            raise Refused(f"{member}不在{organization}。", next_step="请刷新页面，再勾选。")
    return [_marked(actor, member) for member in members]


def _marked(actor: Actor, member: Member) -> Rekeyed:
    row = typed_of(member) or Rekeyed(member=member)
    row.values = values_of(member)
    row.digest = digest_of(row.values)
    row.member_version, row.organization_version = member.version, member.organization.version
    row.ticked_on, row.ticked_by = today(), f"{actor.title} {actor.user}"[:160]
    row.save()
    return row
