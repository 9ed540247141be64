"""System check: what the inventory of personal data stands on is in the library of the law."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from jingwei.foundation.secrets.inventory import inventory
from jingwei.regulations.library import clauses, instruments


@register
def every_ground_is_known(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """E014 for a basis that is neither a clause nor an article of an instrument."""
    found = (entry for _, group in inventory() for entry in group)
    return [
        Error(f"{entry.key}: the basis “{entry.basis}” is neither a clause nor an article.", id="jingwei.E014")
        for entry in found
        if not is_known(entry.basis)
    ]


def is_known(basis: str) -> bool:
    """Whether a basis is a clause ("privacy.rights") or an article ("personal-information-law-2021, 第六条")."""
    instrument, comma, article = basis.partition(", ")
    return basis in clauses() or bool(comma and article and instrument in instruments())
