"""Seals the acts that wait, and writes each seal's head down outside the database."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.db import models, transaction

from jingwei.foundation.clock import now
from jingwei.foundation.scope.reach import everywhere

from . import sql
from .lines import columns_of_act, line_of_act, line_of_seal
from .models import Act, Seal, Unsealed
from .verify_export import BEGINNING, anchor_of, digest_of_act, digest_of_seal

ENOUGH = 200
AT_MOST = 1000
A_WHILE = timedelta(minutes=1)
LONGEST_LINE = 64 * 1024  # an act takes some 30 bytes of a line


def seal_when_due() -> None:
    """Seal when enough acts wait or the last seal is a while old; two small queries otherwise."""
    last = Seal.objects.order_by("-number").values_list("at", flat=True).first()
    if last is None or now() - last >= A_WHILE or Unsealed.objects.count() >= ENOUGH:
        seal()


def seal() -> list[Seal]:
    """Seal all acts that wait, in batches; the seals made."""
    made = []
    while (one := _seal_a_batch()) is not None:
        made.append(one)
    if made:
        anchor_up()
    return made


@transaction.atomic
def _seal_a_batch() -> Seal | None:
    """One seal of the lowest numbers that wait. One process at a time: the others wait here, and then find none."""
    sql.only_one_sealer()
    columns = columns_of_act()
    with everywhere(reason="acts are sealed as a whole"):
        acts = Act.objects.filter(pk__in=Unsealed.objects.values("pk")).order_by("pk")[:AT_MOST]
        members = [[act.pk, digest_of_act(line_of_act(act), columns)] for act in acts]
    if not members:
        return None
    one = _bound(members, columns)
    models.Model.save(one, force_insert=True)
    Unsealed._base_manager.filter(pk__in=[act for act, _ in members]).delete()
    return one


def _bound(members: list[list[Any]], columns: list[str]) -> Seal:
    """The next seal, of these members, bound to the last one."""
    last = Seal.objects.order_by("-number").first()
    one = Seal(
        number=last.number + 1 if last else 1,
        at=now(),
        first_act=members[0][0],
        last_act=members[-1][0],
        count=len(members),
        covers=",".join(columns),
        members=json.dumps(members, separators=(",", ":")),
        previous=last.digest if last else BEGINNING,
    )
    one.digest = digest_of_seal(line_of_seal(one))
    return one


def anchor_up() -> None:
    """Append the seals that the anchor does not have yet, one line each, and see them on the disk."""
    with _anchor() as file:
        written = _last_number(file)
        newest = Seal.objects.order_by("-number").values_list("number", flat=True).first() or 0
        # A database that was set back makes numbers again that the anchor has: both are kept, and the audit tells.
        after = min(written, newest - 1)
        for one in Seal.objects.filter(number__gt=after).order_by("number").iterator():
            file.write(json.dumps(anchor_of(line_of_seal(one)), separators=(",", ":")).encode() + b"\n")


@contextmanager
def _anchor() -> Iterator[IO[bytes]]:
    """The anchor, opened to append and locked against other processes; on the disk at the end."""
    path = Path(settings.ANCHOR_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file
        file.flush()
        os.fsync(file.fileno())


def _last_number(file: IO[bytes]) -> int:
    """The number of the last seal in the anchor, 0 for none. A line that was cut off by a crash is ended first."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - LONGEST_LINE))
    tail = file.read()
    if tail and not tail.endswith(b"\n"):
        file.write(b"\n")
    for text in reversed(tail.splitlines()):
        with suppress(ValueError, KeyError, TypeError):
            return int(json.loads(text)["number"])
    return 0
