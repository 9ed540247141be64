"""How a secret is shown: enough to recognise what one knows already, and no more."""

from collections.abc import Callable

HIDDEN = "已登记（不显示）"
DAMAGED = "（打不开）"
STARS = "***"  # what every mask of a text holds, and no text that is kept


def id_number(text: str) -> str:
    """ "**************1234": only the last four signs are left, of a text that is long enough to hide behind."""
    return "*" * (len(text) - 4) + text[-4:] if len(text) >= 12 else "*" * max(len(text), 4)


def phone(text: str) -> str:
    """138****5678: the prefix of the network and the tail."""
    return text[:3] + "****" + text[-4:] if len(text) >= 10 else "*" * max(len(text), 4)


def address(text: str) -> str:
    """At most the first six signs, which name the area, and never more than half."""
    return text[: min(6, len(text) // 2)] + "****"


def hidden(text: str) -> str:
    """Nothing but that there is something."""
    return HIDDEN


MASKS: dict[str, Callable[[str], str]] = {"id_number": id_number, "phone": phone, "address": address, "hidden": hidden}


def is_mask(text: str) -> bool:
    """Whether a text is what a secret shows, and not the secret itself."""
    return STARS in text or text in {HIDDEN, DAMAGED}
