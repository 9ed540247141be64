"""What a person typed into the box 查找: a number of an identity card, a telephone number or its tail, or a name."""

import re
from dataclasses import dataclass

from .naming import plain

SHORTEST_TAIL = 4
ID_NUMBER, PHONE, TAIL, NAME, NOTHING, TOO_SHORT = "id_number", "phone", "tail", "name", "", "short"
BLANKS = re.compile(r"[\s　-]+")
UMLAUT = str.maketrans({"ü": "v", "Ü": "v"})


@dataclass(frozen=True)
class Typed:
    """`kind` is one of the words above. For a name `text` is the word to look up, and `also` a second one where more
    was typed than one word holds."""

    kind: str
    text: str = ""
    also: str = ""


def understood(words: str) -> Typed:
    """What was meant."""
    joined = BLANKS.sub("", words).upper()
    if not joined:
        return Typed(NOTHING)
    if re.fullmatch(r"\d{17}[\dX]", joined):
        return Typed(ID_NUMBER, joined)
    if re.fullmatch(r"1\d{10}", joined):
        return Typed(PHONE, joined)
    if joined.isdecimal():
        return Typed(TAIL, joined[-SHORTEST_TAIL:]) if len(joined) >= SHORTEST_TAIL else Typed(TOO_SHORT)
    return named(plain(words).translate(UMLAUT))


def holds_number(words: str) -> bool:
    """Whether a number of a person is in it, also one with a slip: no name has digits."""
    return sum(sign.isdecimal() for sign in words) >= SHORTEST_TAIL


def named(signs: str) -> Typed:
    """A name, a part of one, its pinyin or its initials."""
    if not signs:
        return Typed(NOTHING)
    if signs.isascii():
        return Typed(NAME, signs) if len(signs) > 1 else Typed(TOO_SHORT)
    return Typed(NAME, signs[:3], signs[-3:] if len(signs) > 3 else "")
