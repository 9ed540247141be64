"""The templates that a report can be drafted from: ours, and those that offices keep."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.db.models import QuerySet

from ..choices import Kind
from ..models import Template
from ..rules.meaning import mistakes
from ..rules.notation import Mistake, read
from .known import vocabulary

FOLDER = Path(__file__).parents[1] / "texts"
# file: (kind, title)
OURS = {
    "supervision": (Kind.BULLETIN, "督办月报"),
    "bulletin": (Kind.BULLETIN, "党建工作月报"),
    "half_year": (Kind.HALF_YEAR, "半年工作总结"),
    "experience": (Kind.EXPERIENCE, "经验材料"),
}


@dataclass(frozen=True)
class Offered:
    """A template: `key` in an address, `whose` it is in words ("" for ours)."""

    key: str
    kind: str
    title: str
    text: str
    whose: str = ""

    @property
    def kind_words(self) -> str:
        return str(Kind(self.kind).label)

    @property
    def note(self) -> str:
        return read(self.text).note


@cache
def ours() -> tuple[Offered, ...]:
    """The templates of the program."""
    return tuple(
        Offered(key, kind.value, title, (FOLDER / f"{key}.txt").read_text(encoding="utf-8"))
        for key, (kind, title) in OURS.items()
    )


def templates() -> "QuerySet[Template]":
    """The templates kept by offices at, above and below, in the order of the tree."""
    found: QuerySet[Template] = Template.objects.select_related("organization")
    return found.order_by("organization__path", "id")


def kept(key: str) -> "QuerySet[Template]":
    """The one that `key` ("own-12") names, or none."""
    number = key.removeprefix("own-")
    found = templates()
    return found.filter(pk=int(number)) if number.isdecimal() and len(number) < 19 else found.none()


def offer(key: str) -> Offered | None:
    """The template of a key ("bulletin", "own-12"); None for none."""
    for one in ours():
        if one.key == key:
            return one
    own = kept(key).first()
    return offered(own) if own else None


def offered(own: Template) -> Offered:
    """A template of an office, ready to be chosen."""
    return Offered(f"own-{own.pk}", own.kind, own.title, own.text, str(own.organization))


def mistakes_in(text: str) -> list[Mistake]:
    """What is wrong with a template, by the figures that are declared."""
    return mistakes(read(text), vocabulary())
