"""The figures and ratios as the notation of templates knows them."""

from functools import lru_cache

from jingwei.kernels.figures.declaring import Cut, Figure, Ratio, figures, ratios
from jingwei.organizations.models import Organization

from ..rules.vocabulary import Known, KnownCut, Vocabulary


def vocabulary() -> Vocabulary:
    """All that can stand in a blank. Declarations are fixed once the program runs."""
    return _vocabulary(len(figures()) + len(ratios()))


@lru_cache(1)
def _vocabulary(_: int) -> Vocabulary:
    return Vocabulary([*map(_figure, figures().values()), *map(_ratio, ratios().values())])


def _figure(one: Figure) -> Known:
    counts = one.title.rpartition("的")[2] if one.model is Organization else ""
    cuts = tuple(map(_cut, one.cuts))
    return Known(one.key, one.title, one.unit, happens=bool(one.month), counts=counts, cuts=cuts)


def _cut(one: Cut) -> KnownCut:
    return KnownCut(one.key, one.title, {one.words(value): value for value in one.order}, closed=bool(one.order))


def _ratio(one: Ratio) -> Known:
    happens = any(figures()[part.figure].month for part in (*one.top, *one.bottom))
    return Known(one.key, one.title, one.unit, is_ratio=True, happens=happens)
