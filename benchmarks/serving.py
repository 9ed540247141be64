"""Two servers side by side, the product and the bare program, asked in turn by a client that keeps its connections."""

import os
import pickle
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, perf_counter, sleep
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client

from benchmarks.bare import FILE, Question
from jingwei.foundation.accounts.second_factor import remember

SERVE = [sys.executable, "-c", "from jingwei.config.command_line import main; main()", "serve", "--port"]
BARE = [sys.executable, "-m", "benchmarks.bare"]
SECONDS_TO_START, SECONDS_TO_STOP = 30, 60
WARM = 60  # requests of each before the clock starts: every thread of the server has answered some


class Asker:
    """One browser: one connection that is kept alive, and its cookies."""

    def __init__(self, port: int, path: str, cookies: dict[str, str]) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self.path, self.cookies = path, dict(cookies)

    def ask(self) -> tuple[float, bytes]:
        """(seconds, the page). Raises RuntimeError for anything but a page."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        start = perf_counter()
        self.connection.request("GET", self.path, headers=headers)
        answer = self.connection.getresponse()
        body = answer.read()
        took = perf_counter() - start
        if answer.status != 200:
            raise RuntimeError(f"{self.path} answered {answer.status} {answer.headers.get('Location', '')}")
        for told in answer.headers.get_all("Set-Cookie", []):
            name, _, value = told.partition(";")[0].partition("=")
            self.cookies[name] = value
        return took, body


def signed_in(user: Any) -> Client:
    """A client in which the user has signed in, with the second factor."""
    client = Client()
    client.force_login(user)
    session = client.session
    remember(session, user)
    session.save()
    return client


def asked(client: Client, path: str) -> list[tuple[str, Any]]:
    """What the program asks the database for one page, in the second call: the first may have notes to make."""
    client.get(path)
    found: list[tuple[str, Any]] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        found.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        answer = client.get(path)
    if answer.status_code != 200:
        raise RuntimeError(f"{path} answered {answer.status_code}")
    return [plain(sql, params) for sql, params in found]


def plain(sql: str, params: Any) -> tuple[str, Any]:
    """A statement as the driver itself takes it; of a choice its value."""
    told = [str(param) if isinstance(param, str) else param for param in params or ()]
    return (sql.replace("%s", "?").replace("%%", "%") if connection.vendor == "sqlite" else sql), told


def question(statements: Sequence[tuple[str, Any]], columns: Sequence[str]) -> Question:
    vendor = connection.vendor
    address = os.environ["DATABASE_URL"] if vendor == "postgresql" else str(settings.DATABASES["default"]["NAME"])
    return Question(vendor, address, statements, columns)


@contextmanager
def both(folder: Path, asking: Question) -> Iterator[tuple[int, int]]:
    """The ports of the product and of the bare program, both answering."""
    file = folder / "question.pickle"
    with file.open("wb") as written:
        packer = pickle.Pickler(written)
        packer.dispatch_table = {}  # as they are: the program packs some kinds in its own way
        packer.dump(asking)
    ours, bare = free_port(), free_port()
    with ExitStack() as stack:
        stack.enter_context(running([*SERVE, str(ours)], ours))
        stack.enter_context(running([*BARE, str(bare), str(file)], bare))
        yield ours, bare


@contextmanager
def running(command: Sequence[str], port: int) -> Iterator[None]:
    """A server for the time of the block, from when it listens."""
    environment = {**os.environ, FILE: ""}
    del environment[FILE]
    process = subprocess.Popen(command, cwd=settings.ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        deadline = monotonic() + SECONDS_TO_START
        while not listening(port):
            if process.poll() is not None or monotonic() > deadline:
                raise RuntimeError(f"{command[-2:]} did not start")
            sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait(SECONDS_TO_STOP)


def listening(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def by_turns(ours: Asker, bare: Asker, number: int) -> tuple[list[float], list[float]]:
    """The seconds of so many requests to the one and to the other, in turn."""
    for _ in range(WARM):
        ours.ask(), bare.ask()
    took = [(ours.ask()[0], bare.ask()[0]) for _ in range(number)]
    return [one for one, _ in took], [other for _, other in took]
