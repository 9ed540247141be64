"""A figure cut open: how much each value of a cut has, in the order that the cut declares."""

from dataclasses import dataclass

from jingwei.kernels.figures.declaring import Cut, Figure
from jingwei.kernels.figures.selectors.reading import Reading

from ..rules.sums import Agreement
from .values import Months

UNKNOWN = "没有填写"


@dataclass(frozen=True)
class Piece:
    """One value of a cut: the word for it, how much, and the share of the whole (0 to 1; None of nothing)."""

    value: str
    word: str
    amount: int
    share: float | None


@dataclass(frozen=True)
class Composition:
    """`agreement`: the pieces make the whole."""

    figure: Figure
    cut: Cut
    pieces: tuple[Piece, ...]
    agreement: Agreement


def composition_of(figure: Figure, cut: Cut, reading: Reading, months: Months | None) -> Composition:
    """The pieces that are not 0: first those whose order is declared, then the others, what was left empty last."""
    found = {value: amount for value, amount in reading.cut(figure.key, cut.key, months=months).items() if amount}
    rank = {value: number for number, value in enumerate(cut.order)}
    ordered = sorted(found, key=lambda value: (value not in rank, rank.get(value, 0), value == "", value))
    whole, sum_of = reading.amount(figure.key, months=months), sum(found.values())
    pieces = [
        Piece(value, word_of(cut, value), found[value], found[value] / sum_of if sum_of else None) for value in ordered
    ]
    return Composition(figure, cut, tuple(pieces), Agreement(sum_of, 0, whole))


def word_of(cut: Cut, value: str) -> str:
    """What a value of a cut is called."""
    return cut.words(value) or UNKNOWN if value else UNKNOWN
