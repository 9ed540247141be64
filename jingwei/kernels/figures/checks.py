"""What is wrong with a declaration is told when the program starts."""

from typing import Any

from django.core.checks import Error, register

from .declaring import Figure, Index, Part, Ratio, declared, figures, indices, ratios

LONGEST_KEY = 60


@register
def declarations(**_: Any) -> list[Error]:
    """Figures, ratios and indices that name something that is not there."""
    said = [
        *(words for one in figures().values() for words in _figure(one)),
        *(words for one in ratios().values() for words in _ratio(one)),
        *(words for one in indices().values() for words in _index(one)),
    ]
    return [Error(words, id="figures.E001") for words in said]


def _figure(one: Figure) -> list[str]:
    keys = [cut.key for cut in one.cuts]
    said = [f"{one.key}: a cut is declared twice"] if len(set(keys)) < len(keys) else []
    if len(one.key) > LONGEST_KEY or "." not in one.key:
        said.append(f"{one.key}: a key is room.name, of at most {LONGEST_KEY} signs")
    return said


def _ratio(one: Ratio) -> list[str]:
    return [words for part in (*one.top, *one.bottom) if (words := _part(one.key, part))]


def _part(key: str, part: Part) -> str:
    figure = figures().get(part.figure)
    if figure is None:
        return f"{key}: there is no figure {part.figure}"
    if part.cut and part.cut not in {cut.key for cut in figure.cuts}:
        return f"{key}: {part.figure} has no cut {part.cut}"
    return ""


def _index(one: Index) -> list[str]:
    said = [f"{one.key}: {key} is no share" for key, _ in one.parts if not _is_share(key)]
    if sum(weight for _, weight in one.parts) != 100:
        said.append(f"{one.key}: the weights do not make 100")
    return said


def _is_share(key: str) -> bool:
    try:
        one = declared(key)
    except KeyError:
        return False
    return isinstance(one, Ratio) and one.unit == "%"
