"""Addresses for big screens are given out and ended."""

import secrets
from datetime import timedelta

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.organizations.models import Organization
from jingwei.regulations.selectors import local_value

from ..models import Screen
from ..selectors.screens import digest_of

SECRET_BYTES = 32
DAYS = "figures.screen_days"


def most_days(organization: Organization) -> int:
    """For how many days an address may open."""
    return int(local_value(DAYS, organization.path, on=today()).value)


@action("figure.screen", title="生成大屏地址")
def make(actor: Actor, organization: Organization, /, *, title: str, days: int) -> Screen:
    """A screen of the organization that opens from today for so many days. Its `token`, the secret of the address, is
    told by the answer and kept nowhere. Raises Refused for more days than are allowed."""
    most = most_days(organization)
    if not 1 <= days <= most:
        raise Refused(f"大屏地址最多用 {most} 天。", next_step="到期以后可以再生成一个。")
    token = secrets.token_urlsafe(SECRET_BYTES)
    screen = Screen(organization=organization, title=title, digest=digest_of(token), made_by=actor.user)
    screen.made_on, screen.expires_on = today(), today() + timedelta(days=days)
    screen.save()
    screen.token = token
    return screen


@action("figure.screen", title="停用大屏地址")
def end(actor: Actor, screen: Screen, /) -> Screen:
    """Its address no longer opens. Raises Refused for one that was ended already."""
    if screen.ended_on is not None:
        raise Refused("这个大屏地址已经停用。")
    screen.ended_on = today()
    screen.save()
    return screen
