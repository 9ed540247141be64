"""Writes the invented city into an empty database: other processes produce the people, this one copies them."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from multiprocessing import get_context
from threading import Semaphore
from time import monotonic
from typing import Any

from django.db import connection, connections, transaction

from jingwei.foundation.accounts.models import User
from jingwei.foundation.actions import writing
from jingwei.foundation.record.sql import become_app, become_owner
from jingwei.foundation.scope.bare import analyze, bare, count_keys_on
from jingwei.foundation.scope.bulk import copy_rows, copy_text
from jingwei.foundation.secrets.ring import ring
from jingwei.kernels.figures.actions.rebuilding import rebuild
from jingwei.kernels.figures.triggers import unwatch, watch
from jingwei.members.models import Member, NameWord
from jingwei.organizations.models import Organization

from .crowd import tables
from .layout import Node, layout
from .producing import MEMBER_COLUMNS, NO_PASSWORD, USER_COLUMNS, WORD_COLUMNS, Order, Rows, produced
from .scales import Scale
from .structure import POSTS, officers, posts, structure

BATCH = 8000  # members of an order
AHEAD = 4  # orders that may wait to be copied: what keeps the memory small
SEED = 2026
SQLITE_ROOM = ("PRAGMA cache_size = -600000", "PRAGMA temp_store = MEMORY")

Say = Callable[[str], None]
Produce = Callable[[Iterator[Order]], Iterator[Rows]]


def build_city(scale: Scale, *, on: date, say: Say, seed: int = SEED) -> dict[str, int]:
    """Write the city into a database that holds nothing, all of it or nothing; how many organizations and members."""
    began = monotonic()
    nodes = layout(scale, seed=seed, on=on)
    ring(), tables(on)  # made before other processes need them
    with producers() as produce:
        become_owner(connection)
        _make_room()
        unwatch(connection.alias)
        with transaction.atomic(), writing(reason="an invented city is set up"):
            for model, columns, rows in structure(nodes, scale, seed=seed, on=on):
                count = copy_rows(model, columns, rows)
                say(f"{_clock(began)}  {model._meta.verbose_name} {count:,}")
            members = _people(nodes, produce, Telling(scale.members, began, say), on, seed)
            count_keys_on(Organization, User, Member)
    watch(connection.alias)
    analyze()
    become_app(connection)
    say(f"{_clock(began)}  指标 {rebuild(on=on):,}")
    say(f"{_clock(began)}  完成")
    return {"organizations": len(nodes), "members": members}


class Telling:
    """Says how far it has got, at each tenth."""

    def __init__(self, whole: int, began: float, say: Say) -> None:
        self.whole, self.began, self.say = whole, began, say
        self.done = self.told = 0

    def add(self, count: int) -> None:
        self.done += count
        if self.done * 10 // self.whole > self.told:
            self.told = self.done * 10 // self.whole
            self.note(f"党员 {self.done:,} / {self.whole:,}")

    def note(self, text: str) -> None:
        self.say(f"{_clock(self.began)}  {text}")


def _people(nodes: Sequence[Node], produce: Produce, telling: Telling, on: date, seed: int) -> int:
    """Members with the words of their names and their logins; then posts. The number of members."""
    work = officers(nodes)
    with bare(Member, NameWord):
        for rows in produce(_orders(nodes, on, seed)):
            copy_text(User, USER_COLUMNS, [rows.users])
            copy_text(Member, MEMBER_COLUMNS, [rows.members])
            copy_text(NameWord, WORD_COLUMNS, [rows.words])
            telling.add(rows.count)
        copy_rows(User, ("id", "username", "password", "name"), _logins(work))
        telling.note("建立索引")
    model, columns = POSTS
    telling.note(f"岗位 {copy_rows(model, columns, posts(nodes, work, on)):,}")
    return telling.done


def _logins(work: Sequence[tuple[Node, int]]) -> Iterator[Sequence[Any]]:
    for node, user in work:
        yield user, f"c{user}", NO_PASSWORD, f"{node.name}党建办"


def _orders(nodes: Sequence[Node], on: date, seed: int) -> Iterator[Order]:
    """The branches in portions of about the same number of members."""
    some: list[Node] = []
    number = 0
    for node in nodes:
        if node.size:
            some.append(node)
            if node.first_member - some[0].first_member >= BATCH:
                yield Order(number, seed, on, some)
                some, number = [], number + 1
    if some:
        yield Order(number, seed, on, some)


@contextmanager
def producers() -> Iterator[Produce]:
    """A function that has orders produced by all cores, in turn and never far ahead. Other processes start before this
    one speaks to the database: a connection is not shared."""
    connections.close_all()
    room = Semaphore(AHEAD)

    def in_room(orders: Iterator[Order]) -> Iterator[Order]:
        for order in orders:
            room.acquire()
            yield order

    with get_context("fork").Pool(os.cpu_count() or 1) as pool:

        def produce(orders: Iterator[Order]) -> Iterator[Rows]:
            for rows in pool.imap(produced, in_room(orders)):
                room.release()
                yield rows

        try:
            yield produce
        finally:
            room.release(1_000_000)  # whoever waits there must not keep the pool from ending


def _make_room() -> None:
    """SQLite keeps the index of names in memory while it grows."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for statement in SQLITE_ROOM:
                cursor.execute(statement)


def _clock(began: float) -> str:
    seconds = int(monotonic() - began)
    return f"{seconds // 60:02}:{seconds % 60:02}"
