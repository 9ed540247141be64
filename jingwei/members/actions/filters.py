"""The filters that a person keeps under a name."""

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.errors import Refused
from jingwei.organizations.models import Organization

from ..models import SavedFilter
from ..selectors.listing import saved_filters

MOST = 20


@action("member.see", title="保存常用筛选")
def keep_filter(actor: Actor, organization: Organization, /, *, title: str, query: str) -> SavedFilter:
    """Keep conditions under a name; the same name again is for other conditions then. Raises Refused for too many."""
    own = saved_filters(actor.user)
    kept = own.filter(title=title).first() or SavedFilter(user=actor.user, title=title)
    if kept.pk is None and own.count() >= MOST:
        raise Refused(f"常用筛选最多 {MOST} 个。", next_step="请先删除不用的。")
    kept.query = query
    kept.save()
    return kept


@action("member.see", title="删除常用筛选")
def drop_filter(actor: Actor, organization: Organization, /, *, number: int) -> None:
    """Take away one of one's own."""
    for kept in saved_filters(actor.user).filter(pk=number):
        kept.delete()
