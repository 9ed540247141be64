"""The logins that a demo shows on its login page. Never outside demo mode."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string


def demo_logins() -> Sequence[dict[str, Any]]:
    """[{username, name, title, password}] from the function that settings.DEMO_LOGINS names; none without a demo."""
    return import_string(settings.DEMO_LOGINS)() if settings.DEMO and settings.DEMO_LOGINS else ()
