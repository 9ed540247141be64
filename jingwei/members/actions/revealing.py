"""Looking at what is kept sealed."""

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.secrets.looks import look, look_at_all
from jingwei.organizations.models import Organization

from ..models import Member


@action("member.reveal", title="查看个人信息")
def reveal(actor: Actor, member: Member, /, *, field: str, purpose: str, words: str = "") -> str:
    """The plain text of one sealed column, for a purpose. The member sees who looked, when and why."""
    return look(actor, member, field=field, purpose=purpose, words=words)


@action("mine.see", title="本人查阅")
def reveal_own(actor: Actor, organization: Organization, /, *, member: Member) -> dict[str, str]:
    """All that is kept sealed of the person who asks, by column. `organization` is where the person acts; the
    membership may be elsewhere. Raises Refused for the record of another."""
    return look_at_all(actor, member, what="本人登记的全部内容")
