"""What an organization is, beyond its place and its name."""

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.errors import Refused

from ..models import Organization


@action("organization.amend", title="登记社区类型")
def set_community_kind(actor: Actor, organization: Organization, /, *, community_kind: str) -> Organization:
    """What sort of community it is; "" for not yet known. Raises Refused for what is no community."""
    if not organization.is_grassroots:
        raise Refused("只有社区（居民区）和村才分类型。", next_step="请到社区的页面上登记。")
    organization.community_kind = community_kind
    organization.save()
    return organization
