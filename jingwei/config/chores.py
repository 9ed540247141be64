"""What the program does by itself while it serves: seals the record, forgets what has had its time."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.db import connections

from jingwei.foundation.background.sweeping import sweep
from jingwei.foundation.record.sealing import seal_when_due
from jingwei.foundation.spreadsheets.actions.erasing import erase
from jingwei.foundation.submissions.forgetting import forget

SECONDS = 30.0
ROUNDS_OF_AN_HOUR = 120

log = logging.getLogger(__name__)


@contextmanager
def chores(seconds: float = SECONDS) -> Iterator[None]:
    """Go round beside the block, every so many seconds, until it ends."""
    stop = Event()
    rounds = Thread(target=_go_round, args=(stop, seconds), name="chores", daemon=True)
    rounds.start()
    try:
        yield
    finally:
        stop.set()
        rounds.join()


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
