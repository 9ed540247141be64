"""A whole official paper: number, title, addressee, body, attachments, signature, notes (GB/T 9704-2012, 7.3)."""

from collections.abc import Sequence
from datetime import date

from .paper import Paper, Run

Block = tuple[int, str | Sequence[Run]]


def official_document(
    title: str,
    blocks: Sequence[Block],
    *,
    sender: str = "",
    day: date | None = None,
    number: str = "",
    addressee: str = "",
    attachments: Sequence[str] = (),
    notes: Sequence[str] = (),
    seal: bool = True,
) -> bytes:
    """A .docx. blocks: (level, text or runs); level 0 is the body, 1 一、 2 （一） 3 1. 4 （1）; a run is a text or
    (text, mark). `seal`: with room for the seal, the day four signs from the right; without, two."""
    paper = Paper()
    paper.called(title, sender)
    if number:
        paper.line(number, centred=True)
        paper.line()
    paper.title(title)
    if addressee:
        paper.line(addressee.rstrip("：:") + "：")
    for level, runs in blocks:
        paper.block(level, runs)
    _write_attachments(paper, attachments)
    if sender or day:
        _sign(paper, sender, _day(day), seal)
    for note in notes:
        paper.line(note if note.startswith("（") else f"（{note}）", left=2)
    return paper.data()


def _write_attachments(paper: Paper, names: Sequence[str]) -> None:
    """7.3.4: an empty line, two signs in; each name below the one above, without a stop at its end."""
    for index, name in enumerate(names):
        if index == 0:
            paper.line()
        head = "附件：" if index == 0 else ""
        count = f"{index + 1}." if len(names) > 1 else ""
        paper.line(f"{head}{count}{name}", left=2 if head else 5, hanging=_width(head + count))


def _sign(paper: Paper, sender: str, day: str, seal: bool) -> None:
    """7.3.5: sender and day. They never stand alone on a page."""
    paper.keep_last()
    for _ in range(2 if seal else 1):
        paper.line().paragraph_format.keep_with_next = True
    right_of_sender, right_of_day = edges(_width(sender), _width(day), seal=seal)
    if sender:
        paper.line(sender, right=right_of_sender).paragraph_format.keep_with_next = bool(day)
    if day:
        paper.line(day, right=right_of_day)


def edges(sender: float, day: float, *, seal: bool) -> tuple[float, float]:
    """How many signs sender and day stand from the right edge, by their widths in signs. With a seal the sender is
    centred over the day, which stands four signs from the edge; without, the day begins two signs to the right of
    where the sender begins, and neither comes nearer to the edge than two."""
    if seal:
        of_sender = 4 + (day - sender) / 2
        return (of_sender, 4) if of_sender >= 1 else (1, 1 + (sender - day) / 2)
    of_day = 2 + sender - 2 - day
    return (2, of_day) if of_day >= 2 else (2 + day + 2 - sender, 2)


def _width(text: str) -> float:
    """In signs: what ASCII holds is half as wide."""
    return sum(0.5 if sign.isascii() else 1 for sign in text)


def _day(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
