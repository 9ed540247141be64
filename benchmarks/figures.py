"""Figures of a city of two million: read at any node, as a table of children, kept while members change, built from
nothing, carried along with a street; and two pages over HTTP. On PostgreSQL and on SQLite, and in a small city."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from random import Random
from time import sleep
from typing import Any

from django.db import connection

from benchmarks import Row, Stage, pages, percentile
from benchmarks.figures_by_hand import CHILDREN, COMPOSITION, by_hand, written_again
from benchmarks.figures_changing import changes
from benchmarks.figures_moving import moved
from benchmarks.measuring import seconds
from jingwei.foundation.clock import today
from jingwei.foundation.record.sql import become_app, become_owner
from jingwei.foundation.scope.reach import within
from jingwei.kernels.figures.actions.folding import fold, fold_all, turn
from jingwei.kernels.figures.actions.rebuilding import rebuild
from jingwei.kernels.figures.declaring import figures
from jingwei.kernels.figures.models import Rollup
from jingwei.kernels.figures.selectors.reading import read, table
from jingwei.kernels.figures.selectors.verifying import disagreements
from jingwei.kernels.figures.triggers import unwatch, watch
from jingwei.members.models import Member
from jingwei.organizations.models import Organization
from jingwei.organizations.selectors.tree import children

SCALE = "city"
BOTH = True  # on both databases, unless one is named
SMALLER = "20k"  # in this city too: reading must cost the same
ROOT = "0001"
NODES, TURNS, SECONDS_OF_CHANGES = 300, 5, 15.0
COMPOSED = tuple(("members.members", cut) for cut in ("gender", "age", "ethnic", "education"))  # 21 cells
LEVELS = ("city", "district", "street town", "community village", "branch")


def run(stage: Stage) -> Iterator[Row]:
    """Reading first, then what writes."""
    turn(on=today())
    fold_all()
    yield _composition(Random(5))
    yield _children(Random(6))
    if stage.smaller:
        return
    yield from pages.run(stage)
    yield _rebuilt()
    yield from moved()
    yield _folded()


def _nodes(rng: Random, count: int, levels: tuple[str, ...] = LEVELS) -> list[Organization]:
    """Nodes of each level in turn."""
    with within(ROOT):
        by_level = [list(Organization.objects.filter(level__in=one.split())) for one in levels]
    return [rng.choice(by_level[number % len(by_level)]) for number in range(count)]


def _by_turns(ours: Callable[[], Any], limit: Callable[[], Any]) -> tuple[float, float]:
    """Each several times, of which the quickest counts: what comes on top is other programs of the machine."""
    took = [(seconds(ours), seconds(limit)) for _ in range(TURNS)]
    return min(one for one, _ in took), min(other for _, other in took)


def _composition(rng: Random) -> Row:
    took, cells = [], 0
    for node in _nodes(rng, NODES):
        with within(node.path):
            took.append(_by_turns(partial(read, node, COMPOSED), partial(by_hand, COMPOSITION, [node.pk])))
            found = read(node, COMPOSED)
        cells = max(cells, sum(len(found.cut(*one)) for one in COMPOSED))
    ours, limit = (percentile(list(one)) for one in zip(*took, strict=True))
    return Row(f"composition of any node ({cells} cells)", "ms", ours, limit, len(took), "p95 ≤ 2 ms, ≤ 3×")


def _children(rng: Random) -> Row:
    ten = [key for key, one in figures().items() if not one.month][:10]
    wanted = [(key, "") for key in ten]
    sql, took = CHILDREN.format(figures=", ".join(f"'{key}'" for key in ten)), []
    for node in _nodes(rng, NODES, LEVELS[:-1]):
        with within(node.path):
            took.append(_by_turns(partial(_table, node, wanted), partial(by_hand, sql, [node.path])))
    ours, limit = (percentile(list(one)) for one in zip(*took, strict=True))
    return Row("children of a node × 10 figures", "ms", ours, limit, len(took), "p95 ≤ 15 ms")


def _table(node: Organization, wanted: list[tuple[str, str]]) -> None:
    table(list(children(node)), wanted)


def _rebuilt() -> Row:
    become_owner(connection)
    by_hand("TRUNCATE figures_rollup" if connection.vendor == "postgresql" else "DELETE FROM figures_rollup")
    become_app(connection)
    ours = seconds(rebuild)
    limit = seconds(written_again)
    return Row("rebuild of everything from nothing", "s", ours, limit, Rollup.objects.count(), "≤ 30 s, SQLite ≤ 45 s")


def _folded() -> Row:
    """The changes a second with all of them folded in the end, against those without triggers and without folding."""
    become_owner(connection)
    unwatch("default")
    count, took = changes(SECONDS_OF_CHANGES / 3, lambda: sleep(0.1), really=False)
    limit = count / took
    watch("default")
    become_app(connection)
    count, took = changes(SECONDS_OF_CHANGES, fold)
    ours = count / (took + seconds(fold_all))
    _must_be_exact(today())
    return Row("fold of member changes, sustained and exact", "changes/s", ours, limit, count, "≥ 2,000 on PostgreSQL")


def _must_be_exact(on: date) -> None:
    with within(ROOT):
        told = read(Organization.objects.get(path=ROOT), COMPOSED).cut("members.members", "gender")
        true = Counter(Member.objects.filter(left_on=None).values_list("gender", flat=True))
    if told != dict(true) or disagreements():
        raise AssertionError(f"the figures are not exact: {told}, {true}")
