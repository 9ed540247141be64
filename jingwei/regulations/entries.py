"""What a parameter and a clause have in common: who it binds, how hard, how sure we are, and a dated history."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar, Protocol, TypeVar

from .choices import CONFIDENCES, DOUBTFUL, MODALITIES, UNCHECKED_ARTICLE
from .instruments import Instrument, citation, split_basis
from .sheets import Misprint, day, one_of, read, text

HERE = Path(__file__).parent
SHARED_NEEDS = {"title", "modality", "confidence", "checked"}
SHARED_MAY_HAVE = {"rule", "applies_to", "note"}


class NotInForce(LookupError):
    """The library holds nothing for that day: not yet in force, or repealed."""


class Dated(Protocol):
    """Something that holds from a day on, on the ground of a basis."""

    @property
    def since(self) -> date: ...
    @property
    def basis(self) -> str: ...


Moment = TypeVar("Moment", bound=Dated)


@cache
def areas() -> MappingProxyType[str, str]:
    """The areas of the library: folder name → Chinese title, in the order in which they are shown."""
    return MappingProxyType(read(HERE / "areas.yaml"))


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing the library knows. `rules` are the ids of the research it stands on, such as ZB-01."""

    route: ClassVar[str]
    key: str
    title: str
    modality: str
    confidence: str
    checked: date
    rules: tuple[str, ...] = ()
    applies_to: str = ""
    note: str = ""

    @property
    def area(self) -> str:
        """The folder, which is the first half of the key."""
        return self.key.partition(".")[0]

    @property
    def area_title(self) -> str:
        """The area in the reader's words."""
        return areas()[self.area]

    @property
    def modality_title(self) -> str:
        """How hard it binds, in the reader's words."""
        return MODALITIES[self.modality]

    @property
    def confidence_title(self) -> str:
        """How sure we are, in the reader's words."""
        return "没有文件依据" if self.is_house_practice else CONFIDENCES[self.confidence]

    @property
    def bases(self) -> tuple[str, ...]:
        """Every basis of the history, oldest first."""
        raise NotImplementedError

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """Every instrument of the history, oldest first, each once."""
        return tuple(dict.fromkeys(split_basis(basis)[0] for basis in self.bases))

    @property
    def doubt(self) -> str:
        """What a person still has to check, in the reader's words: the whole, or only an article. Empty for nothing."""
        if self.confidence in DOUBTFUL:
            return "这一条还没有对照原文核实，正式使用前请核对。"
        if any(UNCHECKED_ARTICLE in basis for basis in self.bases):
            return "条号还没有核到，引用前请对照原文。"
        return ""

    @property
    def is_house_practice(self) -> bool:
        """Whether it stands on nothing but our own agreement, at any time of its history."""
        return any(instrument.kind == "house-practice" for instrument in self.instruments)

    @property
    def citation(self) -> str:
        """The newest basis as a reader sees it."""
        return citation(self.bases[-1])


def shared(key: str, content: dict[str, Any]) -> dict[str, Any]:
    """The fields that parameters and clauses share, checked."""
    if key.partition(".")[0] not in areas():
        raise Misprint(f"{key}: the area is missing from areas.yaml")
    return {
        "key": key,
        "title": text(key, content["title"]),
        "modality": one_of(key, content["modality"], MODALITIES),
        "confidence": one_of(key, content["confidence"], CONFIDENCES),
        "checked": day(key, content["checked"]),
        "rules": tuple(text(key, content["rule"]).split(", ")) if "rule" in content else (),
        "applies_to": content.get("applies_to", ""),
        "note": content.get("note", ""),
    }


def latest(history: tuple[Moment, ...], on: date) -> Moment | None:
    """The entry of the history, oldest first, that holds on the day."""
    return next((moment for moment in reversed(history) if moment.since <= on), None)
