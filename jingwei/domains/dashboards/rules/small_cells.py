"""Small numbers of persons are hidden where everybody reads them, and never so that they can be reckoned out."""

from collections.abc import Sequence
from enum import Enum

from jingwei.regulations.library import parameter

FEWEST = parameter("figures.fewest_shown")


class Cell(Enum):
    """How a number is shown: as it is; as fewer than the fewest shown; not at all, because it would tell another."""

    SHOWN = "shown"
    FEW = "few"
    WITHHELD = "withheld"


def cells(counts: Sequence[int], *, fewest: int) -> list[Cell]:
    """How each of the counts is shown, whose sum is known. A count from 1 to `fewest` - 1 is hidden; as long as one of
    these could be reckoned out from the sum, the smallest number still shown is withheld too, and all of them where
    that does not help."""
    few = [index for index, count in enumerate(counts) if 0 < count < fewest]
    others = sorted((count, index) for index, count in enumerate(counts) if count >= fewest)
    withheld: list[int] = []
    while _reckoned_out([counts[index] for index in few], sum(counts[index] for index in withheld), withheld, fewest):
        if not others:
            return [Cell.WITHHELD for _ in counts]
        withheld.append(others.pop(0)[1])
    return [
        Cell.FEW if index in few else Cell.WITHHELD if index in withheld else Cell.SHOWN for index in range(len(counts))
    ]


def _reckoned_out(few: Sequence[int], more: int, withheld: Sequence[int], fewest: int) -> bool:
    """Whether a reader who knows the sum of all that is hidden knows one of the small counts: `few` are between 1 and
    `fewest` - 1, those withheld (`more` together) at least `fewest`."""
    if not few:
        return False
    rest = sum(few) + more - fewest * len(withheld)  # what the small ones hold at most together
    others = len(few) - 1
    most = min(fewest - 1, rest - others)
    least = 1 if withheld else max(1, rest - (fewest - 1) * others)
    return most <= least


def told(count: int, cell: Cell, *, fewest: int) -> str:
    """The words of a number: "1,204", "不足 5", "不列出"."""
    return {Cell.SHOWN: f"{count:,}", Cell.FEW: f"不足 {fewest}", Cell.WITHHELD: "不列出"}[cell]


def alone(count: int, *, fewest: int) -> Cell:
    """How a count is shown that stands by itself."""
    return Cell.FEW if 0 < count < fewest else Cell.SHOWN
