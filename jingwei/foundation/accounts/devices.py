"""The devices an account is signed in on: listed, and signed out one by one or all at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse

from jingwei.foundation.clock import now

from .device_words import device_words

SEEN = "seen_at"
SELDOM = timedelta(minutes=5)


@dataclass(frozen=True)
class Device:
    """One signed-in device: what it is, from which address, since when, when last seen, whether it is this one."""

    pk: int
    words: str
    address: str
    since: datetime
    last_seen: datetime
    current: bool


def devices_of(user: Any, *, here: str | None = None) -> list[Device]:
    """The devices `user` is signed in on, this one (the session key `here`) first, then the latest seen."""
    sessions = list(UserSession.objects.filter(user=user).order_by("-last_seen_at", "-pk"))
    keys = [session.session_key for session in sessions]
    living = set(Session.objects.filter(pk__in=keys, expire_date__gt=now()).values_list("pk", flat=True))
    found = [
        Device(s.pk, device_words(s.user_agent), s.ip, s.created_at, s.last_seen_at, s.session_key == here)
        for s in sessions
        if s.session_key in living
    ]
    return sorted(found, key=lambda device: not device.current)


def end_devices(user: Any, *, only: int | None = None, but: str | None = None) -> int:
    """Sign `user` out: on the device `only`, or on all but the session key `but`. The number of devices ended."""
    ending = UserSession.objects.filter(user=user).exclude(session_key=but or "")
    if only is not None:
        ending = ending.filter(pk=only)
    keys = list(ending.values_list("session_key", flat=True))
    Session.objects.filter(pk__in=keys).delete()
    ending.delete()
    return len(keys)


class LastSeen:
    """Notes now and then when and from where a device was last seen (the library would write at every request)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        if request.user.is_authenticated and is_stale(request.session.get(SEEN)):
            request.session[SEEN] = now().timestamp()
            same = UserSession.objects.filter(session_key=request.session.session_key)
            same.update(last_seen_at=now(), ip=get_adapter().get_client_ip(request))
        return self.get_response(request)


def is_stale(seen: float | None) -> bool:
    """Whether the note (seconds since 1970) is old enough to be renewed."""
    return seen is None or now().timestamp() - seen > SELDOM.total_seconds()
