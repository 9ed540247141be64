"""The items of the national system's screens, in their order (screens.yaml)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).parent / "screens.yaml"


@dataclass(frozen=True)
class ScreenItem:
    """One item: its number in the order of the screens (from 1), the screen, its title, and the column of our register
    that tells it ("" where the register does not have it: 手工)."""

    number: int
    screen: str
    title: str
    column: str

    @property
    def is_by_hand(self) -> bool:
        return not self.column


@cache
def screen_items() -> tuple[ScreenItem, ...]:
    """Every item, in the order in which it is typed."""
    screens = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    found = [(screen["screen"], item) for screen in screens for item in screen["items"]]
    return tuple(
        ScreenItem(number, screen, item["title"], item.get("column", ""))
        for number, (screen, item) in enumerate(found, 1)
    )
