"""One pass over the XML of a sheet for what the parser does not tell: cells that show an error, formulas without a
result, hidden rows."""

import re
from dataclasses import dataclass, field

from .frames import Refusal

_PREFIX = re.compile(rb"<(\w+:)?worksheet\b")
_LONGEST = 4 * 1024 * 1024  # of one cell; Excel keeps 32,767 signs
_MOST_ERRORS = 200_000


@dataclass
class Found:
    """`errors`: (row, column) from 0 → what Excel shows; `hidden`: number of hidden rows; `unreckoned`: the place (B5)
    of a formula without a result, "" if there is none."""

    cells: int = 0
    hidden: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    unreckoned: str = ""


class Scanner:
    """Fed with the content of one entry, chunk by chunk."""

    def __init__(self, *, is_sheet: bool) -> None:
        self.is_sheet = is_sheet
        self.found = Found()
        self._rest = b""
        self._patterns: _Patterns | None = None
        self._start = b""

    def feed(self, chunk: bytes, *, is_xml: bool) -> None:
        """The next bytes. Raises Refusal for declarations of entities, and for a cell without an end."""
        if is_xml and len(self._start) < 4096:
            self._start += chunk[:4096].replace(b"\x00", b"")  # UTF-16 is no hiding place
            if b"<!DOCTYPE" in self._start or b"<!ENTITY" in self._start:
                raise Refusal("bomb")
        if not self.is_sheet:
            return
        data = self._rest + chunk
        if self._patterns is None:
            opened = _PREFIX.search(data)
            if opened is None:
                self._rest = data[-64:] if len(data) > _LONGEST else data
                return
            self._patterns = _Patterns(opened[1] or b"")
        cut = data.rfind(self._patterns.cell)
        if cut < 0 and len(data) > _LONGEST:
            cut = len(data) - 64
        if len(data) - cut > 2 * _LONGEST:
            raise Refusal("broken")
        self._scan(data[: max(cut, 0)])
        self._rest = data[max(cut, 0) :]

    def end(self) -> None:
        """The entry is over."""
        if self.is_sheet and self._patterns:
            self._scan(self._rest)
        self._rest = b""

    def _scan(self, data: bytes) -> None:
        patterns, found = self._patterns, self.found
        assert patterns is not None
        found.cells += data.count(patterns.cell)
        if b"hidden=" in data:
            found.hidden += len(patterns.hidden.findall(data))
        if b't="e"' in data or b"t='e'" in data:
            for error in patterns.error.finditer(data):
                if len(found.errors) < _MOST_ERRORS and (place := place_of(error[1])):
                    found.errors[place] = error[2].decode("ascii", "replace")
        if not found.unreckoned and b"<" + patterns.prefix + b"f" in data:
            bare = patterns.unreckoned.search(data)
            found.unreckoned = bare[1].decode("ascii", "replace") if bare else ""


class _Patterns:
    """The patterns for sheets whose elements have this prefix: most have none, some programs write x:."""

    def __init__(self, prefix: bytes) -> None:
        p = re.escape(prefix)
        reference = rb"""[^>]*?\br=["']([A-Z]{1,3}\d{1,7})["']"""
        self.prefix = prefix
        self.cell = b"<" + prefix + b"c "
        self.hidden = re.compile(rb"<" + p + rb"""row [^>]*\bhidden=["'](?:1|true)["']""")
        self.error = re.compile(
            rb"<" + p + rb"c (?=[^>]*\bt=[\"']e[\"'])" + reference + rb"[^>]*>.*?<" + p + rb"v>([^<]*)</", re.S
        )
        formula = rb"<" + p + rb"f(?:\s[^>]*)?(?:/>|>[^<]*</" + p + rb"f>)"
        nothing = rb"(?:<" + p + rb"v\s*/>|<" + p + rb"v></" + p + rb"v>)?"
        # A formula whose result is an empty text says so: t="str".
        begin = rb"<" + p + rb"c (?![^>]*\bt=[\"']str[\"'])" + reference + rb"[^>]*>"
        self.unreckoned = re.compile(begin + formula + nothing + rb"</" + p + rb"c>")


def place_of(reference: bytes) -> tuple[int, int] | None:
    """b"B5" → (4, 1)."""
    letters = reference.rstrip(b"0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    row = int(reference[len(letters) :])
    return (row - 1, column - 1) if row and column else None
