"""One line of what somebody has to do: the list of the home page, to which every room adds its own."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Due:
    """What, by when, one button. `kind` and `word` are its state, as `ui.state` shows them; `do_href` is where the
    button leads, `href` where the title leads."""

    title: str
    due_on: date | None
    kind: str
    word: str
    note: str
    href: str
    do_text: str
    do_href: str


def to_do(title: str, note: str, href: str, do_text: str) -> Due:
    """Something that waits without a day."""
    return Due(title, None, "todo", "待办", note, href, do_text, href)
