"""What can stand in a blank, as the notation knows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

# Blanks that are words and no numbers.
PLAIN_WORDS = ("单位", "单位全称", "期间", "上期期间", "截止日期", "成文日期", "年份")


@dataclass(frozen=True)
class KnownCut:
    """A way to divide a figure: its values by the words for them. `closed`: there are no others."""

    key: str
    title: str
    values: Mapping[str, str]
    closed: bool = True


@dataclass(frozen=True)
class Known:
    """A figure or a ratio: its title, its unit ("名", "%"). `happens`: it counts by months. `counts`: what the list of
    names is a list of ("党支部"), "" where it counts something else than organizations."""

    key: str
    title: str
    unit: str
    is_ratio: bool = False
    happens: bool = False
    counts: str = ""
    cuts: tuple[KnownCut, ...] = ()


class Vocabulary:
    """All that is known, by title."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.by_title = {one.title: one for one in known}

    def find(self, title: str) -> Known:
        """Raises LookupError in words that name the nearest titles."""
        if title in self.by_title:
            return self.by_title[title]
        near = nearest(title, [*self.by_title, *PLAIN_WORDS])
        hint = f"是不是想写{_or(near)}？" if near else "请在下面的名称表里查找。"
        raise LookupError(f"没有叫“{title}”的数，{hint}")


def nearest(words: str, among: Iterable[str], most: int = 3) -> list[str]:
    """The likest ones first."""
    found = list(among)
    inside = [one for one in found if words and (words in one or one in words)]
    like = get_close_matches(words, found, n=most, cutoff=0.4)
    return list(dict.fromkeys([*sorted(inside, key=len), *like]))[:most]


def _or(titles: Iterable[str]) -> str:
    return "或者".join(f"“{title}”" for title in titles)
