"""What is in an organization and needs a home before it is merged, split or revoked."""

from jingwei.foundation.clock import today

from ..followers import unsettled
from ..models import Organization
from .facts import posts_of
from .tree import children

NAMED = 5  # names told; the others are counted


def what_is_inside(organization: Organization) -> list[str]:
    """Lines for the reader: subordinates, members, open work, posts."""
    below, posts = list(children(organization)), posts_of(organization, on=today())
    lines = [f"{len(below)} 个下级组织：{_few([str(one) for one in below])}"] if below else []
    lines += unsettled(organization)
    lines += (
        [f"{len(posts)} 个岗位：{_few([f'{post.user}（{post.get_duty_display()}）' for post in posts])}"]
        if posts
        else []
    )
    return lines


def _few(names: list[str]) -> str:
    more = f"等 {len(names)} 个" if len(names) > NAMED else ""
    return "、".join(names[:NAMED]) + more
