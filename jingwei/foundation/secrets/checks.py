"""System checks: there is a key ring that only its owner may read; every personal column is in the inventory."""

import stat
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from .inventory import problems
from .ring import BYTES, keys_file


@register
def there_is_a_key_ring(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """E010 for a missing ring, E011 for one that others may read, E012 for an unknown cipher."""
    found: list[CheckMessage] = []
    file = keys_file()
    if not file.exists() and not settings.KEYS_MADE_BY_THEMSELVES:
        hint = "Make one with `jingwei keys new`, or say where it is in JINGWEI_KEYS."
        found.append(Error(f"There is no key ring at {file}.", hint=hint, id="jingwei.E010"))
    if file.exists() and file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        found.append(Error(f"Others may read the key ring: chmod 600 {file}", id="jingwei.E011"))
    if settings.SECRETS_CIPHER not in BYTES:
        found.append(Error(f"JINGWEI_CIPHER must be one of {', '.join(sorted(BYTES))}.", id="jingwei.E012"))
    return found


@register
def every_personal_column_is_in_the_inventory(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """E013 for a column that is missing there, or stands there and is gone."""
    return [Error(words, id="jingwei.E013") for words in problems()]
