"""The screens given out, and the one that an address opens."""

import hashlib
from datetime import date

from django.db.models import QuerySet

from jingwei.foundation.scope.reach import everywhere

from ..models import Screen


def screens() -> "QuerySet[Screen]":
    """The screens in reach, newest first."""
    found: QuerySet[Screen] = Screen.objects.select_related("organization", "made_by")
    return found.order_by("-made_on", "-pk")


def digest_of(token: str) -> str:
    """What is kept of the secret in an address. It is long and random, so that a plain digest tells nothing of it."""
    return hashlib.sha256(token.encode()).hexdigest()


def opened_by(token: str, *, on: date) -> Screen | None:
    """The screen of an address, as long as it opens on a day and its organization stands; None for every other reason
    alike."""
    with everywhere(reason="whoever holds the address of a screen sees it without signing in"):
        found = screens().filter(digest=digest_of(token), ended_on=None, expires_on__gt=on)
        return found.filter(organization__revoked_on=None).first()
