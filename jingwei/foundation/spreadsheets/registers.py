"""The registers that can be exported and imported. The rooms above declare them; this room moves the files."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.module_loading import import_string

from jingwei.foundation.access.actor import Actor

from .choices import Outcome
from .columns import Flaw, ReadRow, Table

if TYPE_CHECKING:
    from .models import Staged, StagedRow


@dataclass(frozen=True, slots=True)
class Read:
    """A row to be checked: `number` in the file first sent, `source` and `line` where it stands now; `masked`: keys of
    the cells that hold no more than a mask, which were not read."""

    number: int
    source: int
    line: int
    row: ReadRow
    masked: tuple[str, ...] = ()


@dataclass(slots=True)
class Verdict:
    """What a row would do. `values` and `before`: column → JSON value; `secrets`: column → plain text; `changes`:
    (heading, before, after) as the preview shows them, secrets masked. A verdict with flaws is WRONG."""

    outcome: str
    title: str = ""
    place: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)
    before: dict[str, Any] = field(default_factory=dict)
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    remark: str = ""
    target: int | None = None
    seen: int | None = None


def wrong(title: str, *flaws: Flaw) -> Verdict:
    """The verdict of a row that cannot be taken."""
    return Verdict(Outcome.WRONG, title, flaws=list(flaws))


class Checker(ABC):
    """Compares rows with the register; made for one file, so that it knows what came before."""

    @abstractmethod
    def check(self, rows: Sequence[Read]) -> Iterator[Verdict]:
        """A verdict for each row, in order. Runs within the reach of who sent the file."""


class Register(ABC):
    """One register. `label`: of the model whose rows it holds; `counted`: "名党员"; `see` and `edit`: permissions asked
    for beside those of this room; `secret`: columns that are masked wherever they are shown, with the kind of the mask;
    `accounts`: it can make logins for new rows; `is_frame`: its rows are those of who acts and where, so that its
    export is tested by itself and not with the other side doors; `chunk`: rows written in one transaction."""

    table: Table
    label: str
    counted: str
    see: str
    edit: str
    secret: Mapping[str, str] = MappingProxyType({})
    accounts: bool = False
    is_frame: bool = False
    chunk: int = 500

    @property
    def key(self) -> str:
        return self.table.key

    @property
    def title(self) -> str:
        return self.table.title

    @abstractmethod
    def rows(self) -> Any:
        """The rows in reach, as a queryset."""

    def shows(self, row: Any) -> str:
        """The text by which a row is recognised in an export."""
        return str(row)

    @abstractmethod
    def exported(self) -> Iterable[Mapping[str, Any]]:
        """The rows in reach, in the columns of the table, secrets masked."""

    def offered(self) -> Mapping[str, tuple[str, ...]]:
        """Texts for the dropdowns of references."""
        return {}

    @abstractmethod
    def checker(self, actor: Actor, *, on: date) -> Checker:
        """For one file."""

    @abstractmethod
    def apply(self, actor: Actor, rows: "Sequence[Staged]", *, with_accounts: bool, on: date) -> None:
        """Write the rows (NEW and CHANGED ones): give each its `target` and `left`, or make it WRONG with `reject`.
        Inside one transaction, within the reach of `actor`, whose right to each row's place is asked for again."""

    @abstractmethod
    def in_the_way(self, rows: "Sequence[StagedRow]") -> Mapping[int, str]:
        """Number of the row → why it cannot be undone any more."""

    @abstractmethod
    def undo(self, actor: Actor, rows: "Sequence[StagedRow]") -> None:
        """Take the rows back, those written last first. Inside one transaction."""


_registers: dict[str, Register] = {}


def register(one: Register) -> Register:
    """Declare a register."""
    _registers[one.key] = one
    return one


def registers() -> Mapping[str, Register]:
    """All by key, in the order in which they were declared."""
    return _registers


def open_to(actor: Actor) -> list[Register]:
    """Those that the actor may see at all."""
    return [one for one in _registers.values() if actor.may_anywhere(one.see)]


def undo_days(on: date) -> int:
    """For how many days an import can be undone. The number stands above this storey: settings.UNDO_DAYS_READER."""
    return int(import_string(settings.UNDO_DAYS_READER)(on))
