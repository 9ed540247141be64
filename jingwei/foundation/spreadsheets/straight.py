"""Thousands of rows in one go, without the interpreter looking again and again for rings among them: nothing that is
made of a row leads back to itself, and the looking took a third of the time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def straight_on() -> Iterator[None]:
    """No rings are looked for until the block is left."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
