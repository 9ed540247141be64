"""What the board of each level shows, read once from boards.yaml."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

MOST_NUMBERS = 7


@dataclass(frozen=True)
class Board:
    """Keys of figures, ratios and indices: `numbers` on top, `columns` of the table of those below, `trend` by month;
    `composition` is (figure, cut) or empty."""

    key: str
    title: str
    levels: tuple[str, ...]
    numbers: tuple[str, ...]
    columns: tuple[str, ...]
    composition: tuple[str, ...]
    trend: tuple[str, ...]
    indices: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys, each once."""
        composed = self.composition[:1]
        return tuple(dict.fromkeys((*self.numbers, *self.columns, *composed, *self.trend, *self.indices)))


@cache
def boards() -> dict[str, Board]:
    """Key → board. ValueError for more numbers than one takes in at a glance."""
    text = (Path(__file__).parent / "boards.yaml").read_text(encoding="utf-8")
    content: dict[str, dict[str, Any]] = yaml.safe_load(text)
    found = {key: _board(key, one) for key, one in content.items()}
    for board in found.values():
        if len(board.numbers) > MOST_NUMBERS:
            raise ValueError(f"more than {MOST_NUMBERS} numbers: {board.key}")
    return found


def _board(key: str, one: dict[str, Any]) -> Board:
    lists = {name: tuple(words) for name, words in one.items() if isinstance(words, list)}
    return Board(key=key, **{**one, **lists})


@cache
def board_of(level: str) -> Board:
    """The board of a level. Raises KeyError for a level that has none."""
    for board in boards().values():
        if level in board.levels:
            return board
    raise KeyError(level)
