"""Limits on guessing: so many wrong passwords or codes an account, from all addresses, and so many an address, for all
accounts (ACCOUNT_RATE_LIMITS["login_failed"]). Counted in the cache that all processes share."""

from datetime import datetime
from typing import Any

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.timezone import get_current_timezone

from jingwei.foundation.clock import now, today

WHERE = {"app": "allauth.account", "action": "login_failed"}


def password_key(username: str) -> str:
    """What wrong passwords are counted under: the name alone, whatever host name the page was asked by."""
    return f"password {username.strip().lower()}"


def code_key(user: Any) -> str:
    """What wrong codes are counted under."""
    return f"code {user.pk}"


def spend(request: HttpRequest, key: str) -> Any:
    """Count one guess; `.rollback()` takes it back when it was right. Raises ValidationError with when to try again."""
    usage = ratelimit.consume(request, key=key, **WHERE)
    if usage is None:
        raise ValidationError(refusal(again_at(request, key)), code="too_many_guesses")
    return usage


def forgive(user: Any) -> None:
    """Forget the wrong guesses at an account. Those of an address stay."""
    for key in (password_key(user.get_username()), code_key(user)):
        for rate in limits():
            if rate.per == "key":
                cache.delete(ratelimit.get_cache_key(None, rate=rate, key=key, **WHERE))


def limits() -> list[Any]:
    """The limits in force: amount, duration in seconds, per "key" or "ip"."""
    return list(ratelimit.get_rates(**WHERE))


def again_at(request: HttpRequest, key: str) -> datetime | None:
    """When the next guess is allowed; None when nothing is known (another guess is being counted just now)."""
    ends = []
    for rate in limits():
        history = cache.get(ratelimit.get_cache_key(request, rate=rate, key=key, **WHERE), [])
        if len(history) >= rate.amount:
            ends.append(history[rate.amount - 1] + rate.duration)
    later = [end for end in ends if end > now().timestamp()]
    return datetime.fromtimestamp(max(later) + 60, tz=get_current_timezone()) if later else None


def refusal(moment: datetime | None) -> str:
    """What a person is told: why, and when to try again (the minute after the limit ends)."""
    if moment is None:
        return "试得太多次了，请过几分钟再试。"
    day = "" if moment.date() == today() else f"{moment.month} 月 {moment.day} 日 "
    return f"试错次数太多，为了保护账号先停一会儿。请在 {day}{moment:%H:%M} 以后再试；忘记密码请找安全管理员重设。"
