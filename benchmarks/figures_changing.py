"""Members who change, one after the other, each in a transaction of its own, by hand through the driver: what the
figures have to keep up with."""

import os
import sqlite3
from collections.abc import Callable
from multiprocessing import get_context
from random import Random
from time import perf_counter
from typing import Any

from django.db import connection

WRITERS = 4  # on PostgreSQL; SQLite has one writer
CHANGE = "UPDATE members_member SET education = {sign}, gender = {sign} WHERE id = {sign}"
# Written like a change, and counted like before.
UNCHANGED = "UPDATE members_member SET education = education, gender = gender WHERE id = {sign}"
EDUCATIONS = ("14", "21", "31", "41", "61", "71")


def changes(seconds: float, beside: Callable[[], Any], *, really: bool = True) -> tuple[int, float]:
    """Change members at random for so long (or write them as they are), calling `beside` again and again meanwhile; how
    many were written, and the seconds that it took until the last writer had ended."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(id) FROM members_member")
        last = cursor.fetchone()[0]
    writers = WRITERS if connection.vendor == "postgresql" else 1
    context = get_context("spawn")
    results = context.Queue()
    orders = [(connection.vendor, _address(), number, last, seconds, really) for number in range(writers)]
    processes = [context.Process(target=_write, args=(results, *order)) for order in orders]
    for process in processes:
        process.start()
    while any(process.is_alive() for process in processes):
        beside()
    told = [results.get() for _ in processes]
    return sum(count for count, *_ in told), max(end for *_, end in told) - min(begin for _, begin, _ in told)


def _address() -> str:
    return os.environ["DATABASE_URL"] if connection.vendor == "postgresql" else str(connection.settings_dict["NAME"])


def _write(results: Any, vendor: str, address: str, seed: int, last: int, seconds: float, really: bool) -> None:
    rng = Random(seed)
    with _opened(vendor, address) as driver:
        statement = (CHANGE if really else UNCHANGED).format(sign="%s" if vendor == "postgresql" else "?")
        begin, count = perf_counter(), 0
        while perf_counter() - begin < seconds:
            values = [rng.choice(EDUCATIONS), rng.choice("12")] if really else []
            driver.execute(statement, [*values, rng.randrange(1, last + 1)])
            count += 1
        results.put((count, begin, perf_counter()))


def _opened(vendor: str, address: str) -> Any:
    if vendor == "postgresql":
        import psycopg

        return psycopg.connect(address, autocommit=True)
    driver = sqlite3.connect(address, timeout=60, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL"):
        driver.execute(f"PRAGMA {pragma}")
    return driver
