"""The worker: takes one job after another until it is asked to stop. Beside it a heart renews the lease."""

import logging
import os
import socket
from collections.abc import Sequence
from secrets import token_hex
from threading import Event, Thread
from types import TracebackType
from typing import Self

from django.db import DatabaseError, close_old_connections, connection

from .leases import Lease, claim, lease_seconds
from .running import run

IDLE_SECONDS = 0.5
BEATS_OF_A_LEASE = 3

log = logging.getLogger(__name__)


class Heart:
    """A thread that renews the lease of the job in hand, on a connection of its own."""

    def __init__(self) -> None:
        self.lease: Lease | None = None
        self.stopped = Event()
        self.thread = Thread(target=self._beat, name="heart", daemon=True)

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.stopped.set()
        self.thread.join()

    def _beat(self) -> None:
        while not self.stopped.wait(lease_seconds() / BEATS_OF_A_LEASE):
            if (lease := self.lease) is not None:
                try:
                    lease.renew()
                except DatabaseError:  # the next beat may get through; a job taken over meanwhile notices by itself
                    connection.close()
        connection.close()


class Worker:
    """Does jobs, of these queues or of all. `beside`: the process without which it has no reason to live."""

    def __init__(self, queues: Sequence[str] = (), *, beside: int | None = None) -> None:
        self.queues = queues
        self.beside = beside
        self.stopping = Event()

    def stop(self) -> None:
        """Take no further job; the one in hand ends, or is put back where it can be."""
        self.stopping.set()

    def work(self) -> None:
        """Until stopped."""
        with Heart() as heart:
            while not self.stopping.is_set() and not self._abandoned():
                try:
                    idle = not self.take_one(heart)
                except DatabaseError as fault:  # the database restarts, or has no tables yet
                    log.warning("the database does not answer: %s", type(fault).__name__)
                    connection.close()
                    idle = True
                if idle:
                    self.stopping.wait(IDLE_SECONDS)

    def work_off(self) -> int:
        """Until no job is due; how many were done."""
        done = 0
        with Heart() as heart:
            while not self.stopping.is_set() and self.take_one(heart):
                done += 1
        return done

    def take_one(self, heart: Heart) -> bool:
        """Do the most urgent job; whether there was one."""
        if not connection.in_atomic_block:  # of a test
            close_old_connections()
        lease = claim(token(), self.queues)
        if lease is None:
            return False
        lease.stopping = self.stopping
        heart.lease = lease
        try:
            run(lease)
        finally:
            heart.lease = None
        return True

    def _abandoned(self) -> bool:
        return self.beside is not None and os.getppid() != self.beside


def token() -> str:
    """Names one claim: this machine, this process, and something that is never the same twice."""
    return f"{socket.gethostname()[:40]} {os.getpid()} {token_hex(8)}"
