"""The numbers that Word counts by itself: 一、（一）1. stand in numbering.xml and styles.xml, not in the text."""

from dataclasses import dataclass, field

from lxml.etree import _Element

from .word_numbers import numeral
from .word_xml import child, children, name_of, number_value, value

_MOST_LEVELS = 9
_MOST_STYLES = 50  # a chain of styles longer than this goes in a circle


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered. `text`: such as "（%1）"; `spaced`: a gap follows the number."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    spaced: bool = True
    restarts_after: int | None = None
    plain_digits: bool = False
    style_id: str = ""


@dataclass
class Numbering:
    """Counts the paragraphs of one document, in their order."""

    numbering: _Element | None
    styles: _Element | None
    _counters: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._lists = {value(e, "abstractNumId"): e for e in children(self.numbering, "abstractNum")}
        self._numbers = {value(e, "numId"): e for e in children(self.numbering, "num")}
        self._styles = {value(e, "styleId"): e for e in children(self.styles, "style")}
        self._levels: dict[tuple[str, int], Level] = {}

    def marker(self, properties: _Element | None) -> str:
        """The number of the next paragraph, whose w:pPr is given; "" for one without a number."""
        place = self._place(properties)
        if place is None:
            return ""
        number_id, depth = place
        list_id = self._list_of(number_id)
        if list_id is None:
            return ""
        counters = self._advance(number_id, list_id, depth)
        return self._written(number_id, counters, depth)

    def _place(self, properties: _Element | None) -> tuple[str, int] | None:
        """(number id, level from 0) of a paragraph, from itself or from its style; None without a number."""
        direct = child(properties, "numPr")
        style_id = value(child(properties, "pStyle"))
        number_id, depth = value(child(direct, "numId")), number_value(child(direct, "ilvl"))
        for _ in range(_MOST_STYLES):
            style = self._styles.get(style_id)
            if number_id or style is None:
                break
            inherited = child(child(style, "pPr"), "numPr")
            if inherited is not None:
                number_id = value(child(inherited, "numId"))
                depth = self._depth_of_style(number_id, style_id, inherited) if depth is None else depth
            style_id = value(child(style, "basedOn"))
        if number_id in ("", "0") or number_id not in self._numbers:
            return None
        return number_id, min(max(depth or 0, 0), _MOST_LEVELS - 1)

    def _depth_of_style(self, number_id: str, style_id: str, inherited: _Element) -> int | None:
        """The level that names the style; what the style itself says comes second."""
        for depth in range(_MOST_LEVELS):
            if number_id and self._level(number_id, depth).style_id == style_id:
                return depth
        return number_value(child(inherited, "ilvl"))

    def _list_of(self, number_id: str) -> str | None:
        """The id of the list that a number belongs to, through list styles."""
        for _ in range(_MOST_STYLES):
            list_id = value(child(self._numbers.get(number_id), "abstractNumId"))
            link = value(child(self._lists.get(list_id), "numStyleLink"))
            if not link:
                return list_id if list_id in self._lists else None
            style = self._styles.get(link)
            number_id = value(child(child(child(style, "pPr"), "numPr"), "numId"))
        return None

    def _level(self, number_id: str, depth: int) -> Level:
        key = (number_id, depth)
        if key not in self._levels:
            self._levels[key] = self._read_level(number_id, depth)
        return self._levels[key]

    def _read_level(self, number_id: str, depth: int) -> Level:
        override = _at_depth(self._numbers.get(number_id), "lvlOverride", depth)
        own = child(override, "lvl")
        if own is not None:
            return _level(own)
        list_id = self._list_of(number_id)
        found = _at_depth(self._lists.get(list_id or ""), "lvl", depth)
        return Level() if found is None else _level(found)

    def _advance(self, number_id: str, list_id: str, depth: int) -> list[int | None]:
        counters = self._counters.setdefault(list_id, [None] * _MOST_LEVELS)
        restart = self._restart(number_id, depth)
        current = counters[depth]
        if restart is not None:
            counters[depth] = restart
        else:
            counters[depth] = self._level(number_id, depth).start if current is None else current + 1
        for deeper in range(depth + 1, _MOST_LEVELS):
            after = self._level(number_id, deeper).restarts_after
            if after is None or depth < after:  # 0 means never
                counters[deeper] = None
        return counters

    def _restart(self, number_id: str, depth: int) -> int | None:
        """Where a number starts anew: at its first paragraph, when it says so."""
        if (number_id, depth) in self._begun:
            return None
        self._begun.add((number_id, depth))
        override = _at_depth(self._numbers.get(number_id), "lvlOverride", depth)
        return number_value(child(override, "startOverride"))

    def _written(self, number_id: str, counters: list[int | None], depth: int) -> str:
        level = self._level(number_id, depth)
        text = level.text
        for index in range(_MOST_LEVELS):
            if f"%{index + 1}" in text:
                part = self._level(number_id, index)
                count = counters[index]
                style = "decimal" if level.plain_digits else part.style
                text = text.replace(f"%{index + 1}", numeral(part.start if count is None else count, style))
        if level.style == "bullet" or not text.strip():
            return ""
        text = text.strip()
        return f"{text} " if level.spaced and text[-1].isascii() else text


def _at_depth(parent: _Element | None, name: str, depth: int) -> _Element | None:
    return next((e for e in children(parent, name) if value(e, "ilvl") == str(depth)), None)


def _level(element: _Element) -> Level:
    start = number_value(child(element, "start"))
    legal = child(element, "isLgl")
    return Level(
        start=0 if start is None else start,
        style=_style_of(element),
        text=value(child(element, "lvlText")),
        spaced=value(child(element, "suff")) != "nothing",
        restarts_after=number_value(child(element, "lvlRestart")),
        plain_digits=legal is not None and value(legal) not in ("0", "false", "off"),
        style_id=value(child(element, "pStyle")),
    )


def _style_of(level: _Element) -> str:
    """The number format; newer ones stand inside an alternative, whose fallback everybody knows."""
    direct = child(level, "numFmt")
    if direct is not None:
        return value(direct) or "decimal"
    for element in level.iter():
        if name_of(element) == "numFmt":
            return value(element) or "decimal"
    return "decimal"
