"""November 2026 as the tests of then and now live it: a day is begun, something is done, the figures are folded."""

from contextlib import contextmanager
from datetime import date

import time_machine

from jingwei.foundation.scope.reach import reaching
from jingwei.kernels.figures.actions.folding import fold_all, folding, note_counted
from jingwei.kernels.figures.declaring import figures

LATER = "2026-11-25 10:00:00+08:00"


@contextmanager
def on_day(number: int, actor):
    """What the actor does on that day is in the figures by its end."""
    with time_machine.travel(f"2026-11-{number:02} 10:00:00+08:00", tick=False):
        with reaching(actor.reach()):
            yield
        fold_all()


def begin(on: date) -> None:
    """All figures are counted from this day on: as if everything had been counted then."""
    with folding():
        note_counted(figures().values(), on=on)


def november(number: int) -> date:
    return date(2026, 11, number)
