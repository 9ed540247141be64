"""Signs made alike without moving any: what is found in the alike text is found at the same place in the original.

`alike` maps one character to one character (full width to half width, the many dashes and quotes to one of each).
`Flow` is a stretch of that text without its blanks, each character remembering its place, so that a phrase is found
although a line break or a space stands inside it (每季度召开 / 一次, 不少于 2 次).
"""

from collections.abc import Sequence
from dataclasses import dataclass

_PAIRS = {
    "\u3000": " ", "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u200b": " ", "\ufeff": " ", "\r": " ",
    "「": "“", "」": "”", "『": "“", "』": "”", "‘": "“", "’": "”", "„": "“", "‟": "“",
    "—": "-", "–": "-", "―": "-", "─": "-", "━": "-", "‐": "-", "‑": "-", "−": "-", "﹣": "-",
    "〜": "~", "∼": "~", "﹪": "%", "×": "×", "✕": "×", "╳": "×", "✖": "×", "◯": "○", "⚪": "○",
    "〔": "[", "〕": "]", "【": "[", "】": "]", "［": "[", "］": "]", "﹝": "[", "﹞": "]",
    "≧": "≥", "≦": "≤", "﹙": "(", "﹚": ")", "﹐": ",", "﹔": ";", "﹕": ":", "｡": "。", "〈": "《", "〉": "》",
    "⽉": "月", "⼀": "一", "⼆": "二", "⼗": "十", "⽇": "日", "⼈": "人", "⽀": "支",
}  # fmt: skip
_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_TABLE = str.maketrans({**_FULL_WIDTH, **_PAIRS})


def alike(text: str) -> str:
    """The text with signs made alike: same length, same places."""
    return text.translate(_TABLE)


@dataclass(frozen=True)
class Flow:
    """A stretch of the alike text without blanks; `places[i]` is where character i stands in the document."""

    chars: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the document of the characters from `start` to before `end`."""
        return self.places[start], self.places[end - 1] + 1

    def printed(self, original: str, words: str) -> str:
        """`words` of this stretch as the original prints them (with full-width brackets, say)."""
        place = self.chars.find(words)
        return "".join(original[at] for at in self.places[place : place + len(words)]) if place >= 0 else words

    def part(self, start: int, end: int) -> "Flow":
        return Flow(self.chars[start:end], self.places[start:end])


def flow(text: str, start: int, end: int) -> Flow:
    """The stretch of alike text as one run; a tab or a table's bar separates like a semicolon."""
    chars: list[str] = []
    places: list[int] = []
    for place in range(start, end):
        char = text[place]
        if char in "\t|":
            char = ";"
        elif char.isspace():
            continue
        chars.append(char)
        places.append(place)
    return Flow("".join(chars), places)


def trimmed(text: str, start: int, end: int, drop: str = "") -> tuple[int, int]:
    """The span without blanks, and without the characters of `drop`, at its two ends."""
    while start < end and (text[start].isspace() or text[start] in drop):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in drop):
        end -= 1
    return start, end
