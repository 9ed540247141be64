"""The addresses of routes. A list asks for hundreds; how they are made up cannot change while the program runs, so the
library is asked once for each route. The program stands at the root of its host: no prefix is looked for."""

import re
from functools import cache
from typing import Any

from django.core.signals import setting_changed
from django.urls import NoReverseMatch, reverse

# What an address takes as it stands: whole numbers and two kinds of keys, each with one that stands in for it while the
# pieces of an address are found.
NUMBER, WORD, DOTTED = "number", "word", "dotted"
STAND_INS = {NUMBER: "700000000{}", WORD: "stand-in-{}", DOTTED: "stand.in.{}"}
KEYS = (
    (NUMBER, re.compile("[0-9]+")),
    (WORD, re.compile("[-a-zA-Z0-9_]+")),
    (DOTTED, re.compile("[-a-zA-Z0-9_.]+")),
)


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a named route. Raises NoReverseMatch."""
    kinds = tuple([_kind(arg) for arg in args])
    if kwargs or "" in kinds:
        return reverse(name, args=args, kwargs=kwargs)
    pieces = _pieces(name, kinds)
    if len(args) == 1:
        return f"{pieces[0]}{args[0]}{pieces[1]}"
    return "".join([f"{piece}{arg}" for piece, arg in zip(pieces, (*args, ""), strict=True)])


def known_url(name: str) -> str:
    """The address of a route; "" for a room that this installation has not (config.urls leaves it out)."""
    return _known(name)


def _kind(arg: Any) -> str:
    """ "" for what the library has to look at."""
    if type(arg) is int:
        return NUMBER if arg >= 0 else ""
    if type(arg) is str:
        return next((kind for kind, signs in KEYS if signs.fullmatch(arg)), "")
    return ""


@cache
def _known(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@cache
def _pieces(name: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """What stands before, between and behind things of these kinds. Raises NoReverseMatch."""
    stand_ins = [STAND_INS[kind].format(at) for at, kind in enumerate(kinds)]
    rest, pieces = reverse(name, args=stand_ins), []
    for stand_in in stand_ins:
        piece, _, rest = rest.partition(stand_in)
        pieces.append(piece)
    return (*pieces, rest)


def _forget(*, setting: str, **_: Any) -> None:
    """Only tests bring another map of routes."""
    if setting == "ROOT_URLCONF":
        _known.cache_clear()
        _pieces.cache_clear()


setting_changed.connect(_forget)
