"""The reading process: judge, offer the sheets, take an order, send rows."""

import gc
import sys
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import IO, Any

from . import bounds
from .comma import CommaBook
from .contents import format_of
from .frames import Order, Refusal, received, send
from .sheets import ExcelBook

_ROWS_OF_A_FRAME = 1_000


def main() -> None:
    """Reads the file named in the first argument."""
    gc.disable()  # nothing here goes round in circles, and the process is short
    bounds.bound_time()
    bounds.bound(bounds.WHILE_CHECKING)
    out = sys.stdout.buffer
    try:
        _serve(Path(sys.argv[1]), out)
    except Refusal as refusal:
        send(out, ("refused", refusal.code, refusal.details))
    except MemoryError:
        send(out, ("refused", "memory", {}))
    except Exception:
        send(out, ("refused", "broken", {}))


def _serve(path: Path, out: IO[bytes]) -> None:
    kind = format_of(path)
    book: CommaBook | ExcelBook = CommaBook(path) if kind == "csv" else ExcelBook(path, kind)
    send(out, ("offers", kind, book.offers(), getattr(book, "mark", {})))
    order = _order(sys.stdin.buffer)
    if order is None:
        return
    send(out, ("facts", book.facts(order.sheet)))
    sent = 0
    for rows in _frames(_wanted(book, order)):
        sent += len(rows)
        if sent > order.most:
            raise Refusal("rows", rows=order.most)
        send(out, ("rows", rows))
    send(out, ("end",))


def _order(stream: IO[bytes]) -> Order | None:
    """What the parent wants; None when it has gone."""
    length = stream.read(8)
    return received(stream.read(int.from_bytes(length, "big"))) if len(length) == 8 else None


def _wanted(book: CommaBook | ExcelBook, order: Order) -> Iterator[tuple[int, Any, tuple[Any, ...]]]:
    """(number from 1, original number, cells at the places); rows that are blank there are left out."""
    width = max(*order.places, order.original) + 1
    pick = itemgetter(*order.places, -1)  # two at least, so that it gives a tuple
    blank = len(order.places) + 1
    original = order.original
    for place, row in book.rows(order.sheet, order.first):
        if len(row) < width:
            row += [""] * (width - len(row))
        row.append("")  # what stands at place -1
        cells = pick(row)
        blanks = cells.count("")
        if blanks == blank or (blanks > blank // 2 and _is_blank(cells)):
            continue
        number = _number(row[original]) if original >= 0 else None
        yield place + 1, number, tuple([None if cell == "" else cell for cell in cells[:-1]])


def _is_blank(cells: tuple[Any, ...]) -> bool:
    """Whether only blanks stand in the cells."""
    return all(isinstance(cell, str) and not cell.strip("\u3000 \t\r\n\xa0\u200b") for cell in cells)


def _number(original: Any) -> int | None:
    try:
        number = int(float(original)) if original != "" else 0
    except (TypeError, ValueError, OverflowError):
        return None
    return number if number > 0 else None


def _frames(rows: Iterator[tuple[int, Any, tuple[Any, ...]]]) -> Iterator[list[tuple[int, Any, tuple[Any, ...]]]]:
    frame = []
    for row in rows:
        frame.append(row)
        if len(frame) == _ROWS_OF_A_FRAME:
            yield frame
            frame = []
    if frame:
        yield frame
