"""The sections of a pack. Every room that holds work of an organization adds its own:

@section("未办结的任务")
def open_tasks(organization, on): yield Line("年度任务", "镇党委下达", date(2026, 12, 31))
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from jingwei.organizations.models import Organization


@dataclass(frozen=True)
class Line:
    """One thing to hand over: what, further words, by when."""

    title: str
    note: str = ""
    due_on: date | None = None


Tell = Callable[[Organization, date], Iterable[Line]]

_sections: dict[str, Tell] = {}


def section(title: str) -> Callable[[Tell], Tell]:
    """Register: `tell(organization, on)` gives the lines of the section of that title. Sections stand in the order in
    which they were registered."""

    def declare(tell: Tell) -> Tell:
        _sections[title] = tell
        return tell

    return declare


def contents(organization: Organization, *, on: date) -> list[tuple[str, Line]]:
    """Everything to hand over now: (section, line)."""
    return [(title, line) for title, tell in _sections.items() for line in tell(organization, on)]


def section_titles() -> tuple[str, ...]:
    """The titles of all sections, in their order."""
    return tuple(_sections)
