"""The reading process as seen by its parent: started, listened to with a deadline, ended."""

import contextlib
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..process.frames import received, send
from .refusals import refused

_ROOT = Path(__file__).resolve().parents[4]
_START = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); "
    "from jingwei.foundation.spreadsheets.process.program import main; main()"
)
SECONDS = 240  # for one answer, on a machine that is busy; how long the parent takes with it does not count
_MOST_FRAME = 256 * 1024 * 1024


class Child:
    """A running reading process."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdout and process.stdin
        self._process = process
        self._from = process.stdout.fileno()
        self._to = process.stdin
        self._poll = select.poll()
        self._poll.register(self._from, select.POLLIN | select.POLLHUP)

    def answer(self) -> tuple[Any, ...]:
        """The next frame. Raises Unreadable for a refusal, and where the process was ended by its bounds."""
        until = time.monotonic() + SECONDS
        length = int.from_bytes(self._bytes(8, until), "big")
        if length > _MOST_FRAME:
            raise refused("memory")
        frame: tuple[Any, ...] = received(self._bytes(length, until))
        if frame[0] == "refused":
            raise refused(frame[1], **frame[2])
        return frame

    def order(self, order: tuple[Any, ...]) -> None:
        """Tells the process which rows are wanted."""
        with contextlib.suppress(BrokenPipeError):  # it has ended; the next answer says how
            send(self._to, order)

    def _bytes(self, count: int, until: float) -> bytes:
        parts: list[bytes] = []
        while count:
            left = until - time.monotonic()
            if left <= 0 or not self._poll.poll(left * 1000):
                raise refused("time")
            part = os.read(self._from, min(count, 1 << 20))
            if not part:
                raise refused(self._end())
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def _end(self) -> str:
        """Why the process has ended without a word: its time was up, or its memory."""
        code = self._process.wait(5)
        return "time" if code in (-24, -9) else "memory"  # SIGXCPU, SIGKILL after it


@contextmanager
def reading(path: Path) -> Iterator[Child]:
    """A reading process for the file, ended when the block is left."""
    command = [sys.executable, "-I", "-c", _START, str(_ROOT), str(path)]
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, bufsize=0, env={"MALLOC_ARENA_MAX": "1"}
    )
    try:
        yield Child(process)
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
