"""A report as an official paper, and for the reviewer with the list of what was changed by hand."""

from collections.abc import Iterator

from jingwei.foundation.documents.official import Block, Mark, Run, official_document

from .choices import Level
from .models import Summary
from .selectors.reports import Difference, Shown, differences, shown

HEADS: dict[int, Mark] = {Level.CHAPTER: "chapter", Level.SECTION: "item"}


def report_word(report: Summary, *, with_changes: bool = False) -> bytes:
    """The .docx: every paragraph as it stands; a paragraph of several lines makes several. `with_changes`: numbers that
    were changed by hand are marked, and listed at the end."""
    blocks = [block for one in shown(report) for block in _blocks(one, with_changes)]
    if with_changes:
        blocks += [(1, "附：人工改动的数（供审核，定稿时删去）"), *_changes(differences(report))]
    day = report.finished_on or report.made_on
    return official_document(report.title, blocks, sender=report.organization.name, day=day, seal=False)


def _blocks(one: Shown, marked: bool) -> Iterator[Block]:
    lines: list[list[Run]] = [[]]
    for piece in one.pieces:
        mark: Mark = "changed" if marked and piece.is_changed else ""
        for place, words in enumerate(piece.text.split("\n")):
            if place:
                lines.append([])
            if words:
                lines[-1].append((words, mark))
    for place, runs in enumerate(line for line in lines if line):
        yield _block(one.paragraph.level if not place else Level.TEXT, runs)


def _block(level: int, runs: list[Run]) -> Block:
    """A heading that goes on as a paragraph on its line has the signs of a heading up to its first stop only."""
    first, mark = runs[0] if isinstance(runs[0], tuple) else (runs[0], "")
    head, stop, rest = first.partition("。")
    if level not in HEADS or not stop or not (rest or runs[1:]):
        return level, runs
    return Level.TEXT, [(head + stop, HEADS[level]), *([(rest, mark)] if rest else []), *runs[1:]]


def _changes(found: list[Difference]) -> list[Block]:
    if not found:
        return [(0, "没有人工改动的数。")]
    return [(0, f"{place}.{one.about}：自动统计为“{one.counted}”，{_now(one)}。") for place, one in enumerate(found, 1)]


def _now(one: Difference) -> str:
    return f"现写为“{one.now}”" if one.now else "已删去"
