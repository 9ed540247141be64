"""What is being written now. An action opens the journal; every row that is saved inside it leaves its change here."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

OTHER_CONTENT = "（内容已更换）"


class OutsideAction(RuntimeError):
    """A row was written outside an action."""


@dataclass(frozen=True)
class Change:
    """One row's change: `label` such as "plans.Task", values by column; `before` is empty for a new row,
    `after` for a deleted one."""

    label: str
    pk: Any
    before: dict[str, Any]
    after: dict[str, Any]

    def __post_init__(self) -> None:
        """A change never holds a secret, only what the secret shows; one whose mask stays the same says so."""
        for name, value in self.after.items():
            if getattr(value, "is_secret", False):
                same = name in self.before and str(self.before[name]) == str(value) and self.before[name] != value
                self.after[name] = f"{value}{OTHER_CONTENT}" if same else str(value)
        for name, value in self.before.items():
            if getattr(value, "is_secret", False):
                self.before[name] = str(value)


@dataclass
class Journal:
    """The changes of one act, in the order in which they were made."""

    changes: list[Change] = field(default_factory=list)


_journal: ContextVar[Journal | None] = ContextVar("journal", default=None)


def current_journal() -> Journal:
    """The open journal. Raises OutsideAction when there is none."""
    journal = _journal.get()
    if journal is None:
        raise OutsideAction("Rows are written by actions only (or, for tests and set-up, inside `writing(reason=…)`).")
    return journal


@contextmanager
def open_journal() -> Iterator[Journal]:
    """Open a new journal for the block. Inside another one it takes the block's changes alone: every act, also one
    done as a part of another, tells its own changes once."""
    journal = Journal()
    token = _journal.set(journal)
    try:
        yield journal
    finally:
        _journal.reset(token)


@contextmanager
def writing(*, reason: str) -> Iterator[Journal]:
    """Write without an act: for tests, set-up of a new installation, and rows that are no act of a person.
    Inside an action it is the action's own journal: nothing done there goes untold."""
    if not reason:
        raise ValueError("writing without an act needs a reason")
    outer = _journal.get()
    if outer is not None:
        yield outer
        return
    with open_journal() as journal:
        yield journal
