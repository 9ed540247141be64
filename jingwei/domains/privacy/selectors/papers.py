"""The inventory of personal data as people read it."""

from dataclasses import dataclass
from typing import Any

from jingwei.foundation.secrets.inventory import Entry, entries, inventory
from jingwei.members.models import Member
from jingwei.regulations.library import clauses


@dataclass(frozen=True)
class Line:
    """One column: what, why, on which ground, how long; whether it is encrypted, and kept by consent only."""

    title: str
    purpose: str
    basis: str
    retention: str
    sealed: bool
    consent: bool


@dataclass(frozen=True)
class Section:
    """What is kept in one kind of row, such as 党员."""

    title: str
    lines: list[Line]


def sections() -> list[Section]:
    """All that is kept of persons: first what is registered of members, last what the program keeps of its users.
    Columns with the same purpose, ground and time stand in one line."""
    found = sorted(inventory(), key=lambda pair: _rank(pair[0]))
    return [Section(str(model._meta.verbose_name), grouped(lines)) for model, lines in found]


def _rank(model: Any) -> int:
    room = model.__module__
    return 0 if model is Member else 1 if room.startswith("jingwei.members") else 3 if ".foundation." in room else 2


def grouped(found: list[Entry]) -> list[Line]:
    """Entries that say the same, as one line with all their titles."""
    lines: dict[tuple[str, str, str, bool, bool], list[str]] = {}
    for entry in found:
        key = (entry.purpose, basis_of(entry.basis), entry.retention, entry.sealed, entry.consent)
        lines.setdefault(key, []).append(entry.title)
    return [
        Line("、".join(dict.fromkeys(filter(None, titles))) or "全部内容", purpose, basis, retention, sealed, consent)
        for (purpose, basis, retention, sealed, consent), titles in lines.items()
    ]


def basis_of(basis: str) -> str:
    """The article that a clause retells; an article as it is."""
    known = clauses().get(basis)
    return known.basis if known else basis


def columns_of_a_member() -> list[Entry]:
    """What a request can be about: the columns of a member that say something to the member."""
    hidden = {"user", "id_index", "phone_index", "phone_tail"}
    return [entry for entry in entries(Member) if entry.column not in hidden]


def what_of(column: str) -> Entry | None:
    """The entry of a column that a request is about."""
    return next((entry for entry in entries(Member) if entry.column == column), None)
