"""The one clock of the program."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

__all__ = ["as_if", "now", "today"]

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


def now() -> datetime:
    """This moment, aware."""
    return _told.get() or timezone.now()


def today() -> date:
    """This day in the country's time."""
    return timezone.localdate(now())


@contextmanager
def as_if(moment: datetime) -> Iterator[None]:
    """Run the block as though it were `moment` (aware): how the demo comes by its history. RuntimeError elsewhere."""
    if not settings.DEMO:
        raise RuntimeError("only the demo turns the clock")
    token = _told.set(moment)
    try:
        yield
    finally:
        _told.reset(token)
