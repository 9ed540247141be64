"""Keeps a worker running beside the server."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

COMMAND = [sys.executable, "-c", "from jingwei.config.command_line import main; main()", "work", "--beside"]
SECONDS_TO_STOP = 20
PAUSE = 1.0  # before one that died is started anew

log = logging.getLogger(__name__)


@contextmanager
def worker_beside() -> Iterator[None]:
    """Run a worker beside the block, a new one when it dies; stop it at the end."""
    stop = Event()
    keeper = Thread(target=_keep, args=(stop,), name="worker", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        stop.set()
        keeper.join()


def _keep(stop: Event) -> None:
    while not stop.is_set():
        # A group of its own: a Ctrl-C at the terminal is for the server, which stops the worker itself.
        process = subprocess.Popen(COMMAND, stdin=subprocess.DEVNULL, process_group=0)
        while process.poll() is None and not stop.wait(PAUSE):
            pass
        if not stop.is_set():
            log.warning("the worker ended with %s and is started anew", process.returncode)
    if process.poll() is None:
        _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:  # its lease ends by itself, and the next worker goes on
        process.kill()
        process.wait()
