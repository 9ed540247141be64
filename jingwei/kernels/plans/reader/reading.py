"""Text in, plan out."""

import re

from .blocks import Block, blocks, paragraphs
from .duties import Duties
from .furniture import body, is_furniture
from .lines import Line, lines, wrap_width
from .masthead import issuer, signature_lines, title, year
from .outline import ChapterSpan, ItemSpan, outline
from .shapes import ReadChapter, ReadItem, ReadPlan
from .text import alike
from .titles import Heading, heading


def read_plan(text: str) -> ReadPlan:
    """The plan that `text` holds: title, year, issuer, chapters, items, duties and measures.

    Offsets count characters of `text`. Never raises; a text without any plan in it has no chapters.
    """
    return _Reading(text).plan()


class _Reading:
    def __init__(self, text: str) -> None:
        self.text = text
        self.alike = alike(text)
        everything = lines(self.alike)
        own = body(self.alike, everything)
        found = blocks(self.alike, paragraphs(self.alike, own, wrap_width(self.alike, own)))
        self.before, self.chapters = outline(self.alike, found)
        self._masthead(everything, own)
        self.duties = Duties(text, self.alike, self.year)

    def _masthead(self, everything: list[Line], own: list[Line]) -> None:
        head = [line for line in own if line.start < _first_place(self.chapters[0])] if self.chapters else own[:6]
        last = own[-1].end if own else 0
        after = signature_lines([line.of(self.alike) for line in everything if line.start >= last])
        said = [line.of(self.alike) for line in head]
        self.title, self.title_end = title(self.alike, self.text, head)
        name = alike(self.title) if self.title else None
        self.year = year(name, " ".join(said), " ".join(after))
        self.issuer = issuer(name, self.alike, said, after)

    def plan(self) -> ReadPlan:
        chapters = [read for chapter in self.chapters if (read := self._chapter(chapter))]
        loose = self._loose(self.before, asking=bool(self.chapters))
        return ReadPlan(self.title, self.year, self.issuer, tuple(loose + chapters))

    def _loose(self, before: list[Block], asking: bool) -> list[ReadChapter]:
        """Text outside all headings, a paragraph an item; before the first heading only what is `asking` in numbers."""
        rest = [Block(block.mark, max(block.start, self.title_end), block.end) for block in before]
        rest = [block for block in rest if not is_furniture(self.alike[block.start : block.end].strip() or "。")]
        items = [item for block in rest if (item := self._paragraph(block)) and (not asking or _measured(item))]
        if not items:
            return []
        return [ReadChapter(None, self.title or "", items[0].start, items[-1].end, tuple(items))]

    def _paragraph(self, block: Block) -> ReadItem | None:
        duties = self.duties.of([block])
        if not duties:
            return None
        own = heading(self.alike, block.start, block.end)
        return ReadItem(None, self._printed(own), duties[0].start, duties[-1].end, tuple(duties))

    def _chapter(self, chapter: ChapterSpan) -> ReadChapter | None:
        head = chapter.lead[0] if chapter.lead and chapter.mark else None
        own = self._heading(head) if head else None
        items = [item for span in chapter.items if (item := self._item(span, not chapter.looks_back))]
        lead = self._lead(chapter, own, alone=not items)
        items = ([lead] if lead else []) + items
        if head is None and not items:
            return None
        start = head.start if head else items[0].start
        end = max([own.end if own else start, *(item.end for item in items)])
        number = chapter.mark.number if chapter.mark else None
        return ReadChapter(number, self._printed(own) if own else self.title or "", start, end, tuple(items))

    def _lead(self, chapter: ChapterSpan, own: Heading | None, alone: bool) -> ReadItem | None:
        """The chapter's own text: its only item, or one more item when it asks for something in numbers."""
        rest = list(chapter.lead)
        if own:
            rest = ([Block(None, own.body, rest[0].end)] if own.body < rest[0].end else []) + rest[1:]
            if not rest and alone and own.start < own.end:
                rest = [Block(None, own.start, own.end)]
        duties = self.duties.of(rest, asks=not chapter.looks_back)
        if not duties or not (alone or any(duty.measures for duty in duties)):
            return None
        own = own or heading(self.alike, rest[0].start, rest[0].end)
        return ReadItem(None, self._printed(own), duties[0].start, duties[-1].end, tuple(duties))

    def _item(self, span: ItemSpan, asks: bool) -> ReadItem | None:
        head = span.blocks[0]
        own = self._heading(head)
        rest = [Block(None, own.body, head.end)] if own.body < head.end else []
        rest += span.blocks[1:]
        duties = self.duties.of(rest, asks)
        name = Block(None, own.start, own.end)
        if own.start < own.end and (not duties or (own.body > own.end and self._asks(name, asks))):
            # one block, so that the cells of a row stay together
            duties = self.duties.of([Block(None, own.start, head.end), *span.blocks[1:]], asks)
        if not duties:
            return None
        number = span.mark.number if span.mark else None
        return ReadItem(number, self._printed(own), head.start, max(duties[-1].end, own.end), tuple(duties))

    def _asks(self, block: Block, asks: bool) -> bool:
        return any(duty.measures for duty in self.duties.of([block], asks))

    def _heading(self, block: Block) -> Heading:
        return heading(self.alike, block.mark.end if block.mark else block.start, block.end)

    def _printed(self, own: Heading) -> str:
        return re.sub(r"\s*\n\s*", "", self.text[own.start : own.end]).strip()


def _first_place(chapter: ChapterSpan) -> int:
    return chapter.lead[0].start if chapter.lead else chapter.items[0].blocks[0].start


def _measured(item: ReadItem) -> bool:
    return any(duty.measures for duty in item.duties)
