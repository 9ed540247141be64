"""Blocks put in order: which numbers are chapters, which are items, and what belongs to whom.

The highest rank of number present makes the chapters, the next rank inside a chapter its items; deeper ones are duties
of the item. Three things differ from that: `1.` numbered on and on through all chapters makes the items even where
（一） stands between; `第一部分` above `一、` and （一） only divides; and where no rank nests in another, all headings
are items of one chapter without a number.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from .blocks import Block
from .headings import Mark, Rank
from .words.pages import LOOKS_BACK


@dataclass
class ItemSpan:
    """The blocks of one item; the first one is opened by `mark`."""

    mark: Mark | None
    blocks: list[Block] = field(default_factory=list)


@dataclass
class ChapterSpan:
    """A chapter's own blocks (`lead`, its heading the first) and its items."""

    mark: Mark | None
    lead: list[Block] = field(default_factory=list)
    items: list[ItemSpan] = field(default_factory=list)
    looks_back: bool = False


def outline(text: str, of: list[Block]) -> tuple[list[Block], list[ChapterSpan]]:
    """The blocks before the first heading, and the chapters."""
    top = top_rank(text, of)
    first = next((place for place, block in enumerate(of) if block.mark and _counts(block, of, top)), len(of))
    before, rest = of[:first], of[first:]
    if top is None:
        return (before, [_gathered(None, rest, _lowest(rest))]) if rest else (before, [])
    running = Rank.DIGIT if _runs_on(rest, top) else None
    chapters: list[ChapterSpan] = []
    back = False
    for mark, own in _by_top(rest, top):
        if own and own[0].rank is Rank.PART and top is not Rank.PART:
            back = bool(LOOKS_BACK.search(text[own[0].start : own[0].end]))
            own = own[1:]
            if not own:
                continue
        chapter = _gathered(mark, own, running or _item_rank(own, top))
        chapter.looks_back = back or _looks_back(text, chapter)
        chapters.append(chapter)
    return before, chapters


def top_rank(text: str, of: list[Block]) -> Rank | None:
    """The rank of the chapters; None where all headings are items of one chapter."""
    ranks = {block.rank for block in of if block.rank is not None}
    if not ranks:
        return None
    if Rank.PART in ranks:
        divides = {Rank.SECTION, Rank.PAREN} <= ranks and not _has_chapter_word(text, of)
        return Rank.SECTION if divides else Rank.PART
    lowest = min(ranks)
    if lowest is Rank.SECTION:
        return lowest
    return lowest if _nests(of, lowest) else None


def _has_chapter_word(text: str, of: list[Block]) -> bool:
    return any(block.rank is Rank.PART and "章" in text[block.start : block.start + 6] for block in of)


def _nests(of: list[Block], rank: Rank) -> bool:
    """Whether most blocks of `rank` have numbered lines of a lower rank under them."""
    heads = [place for place, block in enumerate(of) if block.rank is rank]
    with_children = 0
    for place, following in zip(heads, [*heads[1:], len(of)], strict=True):
        children = [block for block in of[place + 1 : following] if block.rank is not None and block.opens_line]
        with_children += len(children) >= 2 and of[place].end - of[place].start <= 60
    return len(heads) >= 2 and with_children * 2 >= len(heads)


def _counts(block: Block, of: list[Block], top: Rank | None) -> bool:
    """Before the first chapter only a chapter's number (or that of a part) is a heading."""
    return block.rank is not None and (top is None or block.rank <= top)


def _by_top(of: list[Block], top: Rank) -> list[tuple[Mark | None, list[Block]]]:
    groups: list[tuple[Mark | None, list[Block]]] = []
    for block in of:
        if block.rank is not None and block.rank <= top:
            groups.append((block.mark, [block]))
        else:
            groups[-1][1].append(block)
    return groups


def _runs_on(of: list[Block], top: Rank) -> bool:
    """Whether `1.` counts on from chapter to chapter."""
    if top is Rank.DIGIT:
        return False
    series = [
        [block.mark.ordinal for block in own if block.mark and block.rank is Rank.DIGIT] for _, own in _by_top(of, top)
    ]
    series = [numbers for numbers in series if numbers]
    joins = sum(after[0] == before[-1] + 1 for before, after in pairwise(series))
    return len(series) >= 2 and joins >= 1 and joins * 2 >= len(series) - 1


def _item_rank(own: list[Block], top: Rank) -> Rank | None:
    lower = [block for block in own if block.rank is not None and block.rank > top]
    if not lower:
        return None
    rank = min(block.rank for block in lower if block.rank is not None)
    if rank <= Rank.DECIMAL:
        return rank
    return rank if sum(block.rank is rank and block.opens_line for block in lower) >= 2 else None


def _lowest(of: list[Block]) -> Rank | None:
    return min((block.rank for block in of if block.rank is not None), default=None)


def _gathered(mark: Mark | None, own: list[Block], item_rank: Rank | None) -> ChapterSpan:
    chapter = ChapterSpan(mark)
    for block in own:
        if item_rank is not None and block.rank is item_rank:
            chapter.items.append(ItemSpan(block.mark, [block]))
        elif chapter.items and _is_subheading(block, item_rank):
            continue  # a subheading above items that count on through it
        elif chapter.items:
            chapter.items[-1].blocks.append(block)
        else:
            chapter.lead.append(block)
    return chapter


def _is_subheading(block: Block, item_rank: Rank | None) -> bool:
    return bool(item_rank and block.rank is not None and block.rank < item_rank and block.end - block.start <= 60)


def _looks_back(text: str, chapter: ChapterSpan) -> bool:
    head = chapter.lead[0] if chapter.lead else None
    if head is None or head.mark is None:
        return False
    line = text[head.mark.end : min(head.end, head.mark.end + 40)]
    return bool(LOOKS_BACK.search(line)) and "计划" not in line
