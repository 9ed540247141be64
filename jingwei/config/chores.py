"""What the program does by itself while it serves: seals the record, forgets what has had its time."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from threading import Event, Thread

from django.db import connections

from jingwei.foundation.background.sweeping import sweep
from jingwei.foundation.clock import today
from jingwei.foundation.record.sealing import seal_when_due
from jingwei.foundation.spreadsheets.actions.erasing import erase
from jingwei.foundation.submissions.forgetting import forget
from jingwei.kernels.figures.actions.folding import fold_waiting, turn

SECONDS = 30.0
ROUNDS_OF_AN_HOUR = 120
SECONDS_TO_FOLD = 1.0

log = logging.getLogger(__name__)


@contextmanager
def chores(seconds: float = SECONDS) -> Iterator[None]:
    """Go round beside the block, every so many seconds, until it ends; the figures have a round of their own, which is
    shorter."""
    stop = Event()
    rounds = [
        Thread(target=_go_round, args=(stop, seconds), name="chores", daemon=True),
        Thread(target=_fold, args=(stop, min(seconds, SECONDS_TO_FOLD)), name="figures", daemon=True),
    ]
    for one in rounds:
        one.start()
    try:
        yield
    finally:
        stop.set()
        for one in rounds:
            one.join()


def _fold(stop: Event, seconds: float) -> None:
    """What changed is in the figures a second later; each new day counts what counts otherwise from that day on."""
    turned: date | None = None
    while not stop.wait(seconds):
        try:
            if turned != today():
                turn(on=today())
                turned = today()
            fold_waiting()
        except Exception:  # the lines are still in the queue
            log.exception("folding failed")
        finally:
            connections.close_all()


def _go_round(stop: Event, seconds: float) -> None:
    number = 0
    while not stop.wait(seconds):
        try:
            seal_when_due()
            if number % ROUNDS_OF_AN_HOUR == 0:
                forget()
                sweep()
                erase()
        except Exception:  # the next round may do better; the record tells what is unsealed
            log.exception("a chore failed")
        finally:
            connections.close_all()
        number += 1
