"""What the two processes tell each other: plain values and days, nothing else."""

import copyreg
import io
import pickle
from datetime import timedelta
from typing import IO, Any, NamedTuple

_DAYS = frozenset(("date", "datetime", "time"))


def _as_text(length: timedelta) -> Any:
    return str, (str(length),)


copyreg.pickle(timedelta, _as_text)  # a length of time crosses over as text


class Offer(NamedTuple):
    """One visible sheet. `top`: its first rows; `merged`: (row, column, last row, last column) of the merged cells that
    begin there, from 0; `height`: number of rows; `width`: of columns."""

    title: str
    top: list[tuple[Any, ...]]
    merged: list[tuple[int, int, int, int]]
    height: int


class Order(NamedTuple):
    """Which rows the parent wants: of sheet number `sheet`, from row `first` (from 0), cells at `places` (-1: none);
    `original`: the place of the first file's row number, -1 where there is none; at most `most` rows."""

    sheet: int
    first: int
    places: tuple[int, ...]
    original: int
    most: int


class Refusal(Exception):
    """The file is refused; the parent has the words for `code`."""

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


def send(stream: IO[bytes], frame: tuple[Any, ...]) -> None:
    """Writes one frame: eight bytes of length, then the plain values."""
    content = pickle.dumps(frame, protocol=5)
    stream.write(len(content).to_bytes(8, "big"))
    stream.write(content)
    stream.flush()


def received(content: bytes) -> Any:
    """The values of one frame. Raises pickle.UnpicklingError for anything but plain values, days and our own tuples."""
    return _Plain(io.BytesIO(content)).load()


class _Plain(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if module == "datetime" and name in _DAYS:
            return super().find_class(module, name)
        if module == __name__ and name in ("Offer", "Order"):
            return globals()[name]
        if (module, name) == ("builtins", "str"):
            return str
        raise pickle.UnpicklingError(f"{module}.{name} is no plain value")
