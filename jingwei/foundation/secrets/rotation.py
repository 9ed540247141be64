"""Sealing anew what older keys have sealed, counting what each key has sealed, and opening everything to see.

This is house-keeping: no act of a person, no new version of a row. What is done is seen in the rows themselves (their
first byte is the number of the key), so it can be stopped at any moment and goes on where it was.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import BinaryField, Count, F, Func, Q, Value

from .fields import SecretField
from .looks import secret_columns
from .ring import drop_key, ring
from .sealing import NotOpened, opened, seal

AT_A_TIME = 1000


class StillNeeded(ValueError):
    """A key that has rows, or seals, is not retired."""


@dataclass(frozen=True)
class Damage:
    """A value that does not open: column ("members.Member.phone") and primary key."""

    column: str
    pk: Any


def models_with_secrets() -> list[Any]:
    """Every model that has a secret."""
    return [model for model in apps.get_models() if secret_columns(model)]


def _key_of(name: str) -> Func:
    """The first byte of a sealed column: the number of its key, as bytes."""
    return Func(F(name), 1, 1, function="SUBSTR", output_field=BinaryField())


def _raw(name: str) -> Func:
    """A column as it is stored: still sealed."""
    return Func(F(name), 1, function="SUBSTR", output_field=BinaryField())


def counts() -> Counter[int]:
    """How many values each key has sealed."""
    counted: Counter[int] = Counter()
    for model in models_with_secrets():
        for field in secret_columns(model):
            rows = model._base_manager.exclude(**{field.name: None}).order_by().values(key=_key_of(field.name))
            for key, number in rows.annotate(number=Count("pk")).values_list("key", "number"):
                counted[bytes(key)[0]] += number
    return counted


def left() -> int:
    """How many values are sealed with another key than the one that seals now."""
    return sum(number for key, number in counts().items() if key != ring().current)


def reseal() -> Iterator[int]:
    """Seal everything with the key that seals now; gives the number of values done after each batch."""
    done = 0
    for model in models_with_secrets():
        last: Any = None
        while batch := _reseal_a_batch(model, secret_columns(model), last):
            last, number = batch
            done += number
            yield done


@transaction.atomic
def _reseal_a_batch(model: Any, columns: list[SecretField], last: Any) -> tuple[Any, int] | None:
    """(the last primary key, values sealed) of the next rows that need it, locked meanwhile; None at the end."""
    current = bytes([ring().current])
    older = Q()
    for field in columns:
        older |= Q(**{f"{field.name}__isnull": False}) & ~Q(**{f"key_{field.name}": Value(current, BinaryField())})
    rows = model._base_manager.annotate(**{f"key_{field.name}": _key_of(field.name) for field in columns})
    rows = rows.filter(older, **({} if last is None else {"pk__gt": last})).order_by("pk").select_for_update()
    sealed = [(f"raw_{field.name}", field) for field in columns]
    found = list(
        rows.annotate(**{name: _raw(field.name) for name, field in sealed}).values("pk", *dict(sealed))[:AT_A_TIME]
    )
    anew = [[_anew(row[name], field, current) for name, field in sealed] for row in found]
    rows_anew = [(*values, row["pk"]) for values, row in zip(anew, found, strict=True) if any(values)]
    _write(model, columns, rows_anew)
    number = sum(value is not None for values in anew for value in values)
    return (found[-1]["pk"], number) if found else None


def _write(model: Any, columns: list[SecretField], rows: list[tuple[Any, ...]]) -> None:
    """Put sealed values (None: as it is) of rows, each with its primary key last, into their columns: a million rows
    are too many for one query of the ORM each."""
    name = connection.ops.quote_name
    given = ", ".join(f"{name(str(field.column))} = COALESCE(%s, {name(str(field.column))})" for field in columns)
    statement = f"UPDATE {name(model._meta.db_table)} SET {given} WHERE {name(str(model._meta.pk.column))} = %s"
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)


def _anew(sealed: Any, field: SecretField, current: bytes) -> Any:
    """The value sealed with the current key; None for nothing, one that is, one that does not open (`check` tells)."""
    if sealed is None or bytes(sealed[:1]) == current:
        return None
    try:
        text = opened(bytes(sealed), field.column_name)
    except NotOpened:
        return None
    return memoryview(seal(text, field.column_name))


def damaged() -> Iterator[Damage]:
    """Every value that does not open."""
    for model in models_with_secrets():
        columns = secret_columns(model)
        rows = model._base_manager.order_by().annotate(**{f"raw_{field.name}": _raw(field.name) for field in columns})
        for row in rows.values("pk", *(f"raw_{field.name}" for field in columns)).iterator(2000):
            for field in columns:
                value = row[f"raw_{field.name}"]
                if value is not None and not _opens(bytes(value), field.column_name):
                    yield Damage(field.column_name, row["pk"])


def _opens(sealed: bytes, column: str) -> bool:
    try:
        opened(sealed, column)
    except NotOpened:
        return False
    return True


@transaction.atomic
def retire(number: int) -> None:
    """Take a key off the ring. Nobody writes meanwhile, and who was writing has ended, so that no row comes late.
    Raises StillNeeded; KeyError when there is no such key."""
    keys = ring()
    if number not in keys.keys:
        raise KeyError(number)
    if number == keys.current:
        raise StillNeeded(f"现在用的就是第 {number} 号密钥，请先换新密钥。")
    _nobody_writes()
    if rows := counts()[number]:
        raise StillNeeded(f"还有 {rows:,} 项内容由第 {number} 号密钥加密，请先运行 jingwei keys rotate。")
    drop_key(number)


def _nobody_writes() -> None:
    """SQLite has one writer anyway: this transaction."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for model in models_with_secrets():
                cursor.execute(f"LOCK TABLE {connection.ops.quote_name(model._meta.db_table)} IN SHARE MODE")
