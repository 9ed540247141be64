"""The cells of a row as one text, for keeping them as they came."""

import json
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from .kind import Cell

_DAYS = {"day": date.fromisoformat, "moment": datetime.fromisoformat, "time": time.fromisoformat}


def packed(cells: Sequence[Cell]) -> str:
    """JSON of the cells; numbers stay numbers, days {"day": "1985-07-03"}."""
    return json.dumps(cells, default=_day, ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> tuple[Cell, ...]:
    """The cells of `packed`."""
    return tuple(_cell(one) for one in json.loads(text))


def _day(value: Any) -> dict[str, str]:
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, time):
        return {"time": value.isoformat()}
    raise TypeError(type(value))


def _cell(one: Any) -> Any:
    if isinstance(one, dict):
        ((kind, text),) = one.items()
        return _DAYS[kind](text)
    return one
