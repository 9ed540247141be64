"""Very many new rows at once, as fast as the database takes them: COPY on PostgreSQL, one prepared INSERT on SQLite.

The rows pass by the models: neither `save()` nor the lock on links is asked. What is written so has been checked by who
writes it; the constraints of the database hold as ever.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import Any

from django.db import connection, models
from django.db.models.fields import NOT_PROVIDED

from jingwei.foundation.journal import Change, current_journal

Row = Sequence[Any]
Convert = Callable[[Any], Any]


def copy_rows(model: Any, columns: Sequence[str], rows: Iterable[Row]) -> int:
    """Add rows to the table of `model`, inside an action; returns their number. Rows are taken one at a time.

    `columns` name fields ("organization_id", "name", …) in the order of each row's values, which are what the model's
    own field takes; a sealed column takes a text, a Secret, or bytes that are sealed already. A column left out gets
    the field's default; a blind index is reckoned from its secret. Raises django.db.IntegrityError.
    """
    journal = current_journal()
    shape = _Shape(model, columns)
    count = _copied(shape, rows) if connection.vendor == "postgresql" else _inserted(shape, rows)
    if count and not model.unrecorded_because:
        journal.changes.append(Change(model._meta.label, None, {}, {"rows": count}))
    return count


def new_keys(model: Any, count: int) -> Sequence[int]:
    """So many primary keys that nobody else gets, for rows that others lead to. Inside a transaction."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(keys.name) FROM generate_series(1, %s),"
                " (SELECT pg_get_serial_sequence(%s, %s)::regclass AS name OFFSET 0) AS keys",  # asked for once
                [count, f'"{table}"', model._meta.pk.column],
            )
            return [key for (key,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or [0])[0]
        return range(last + 1, last + 1 + count)


class _Shape:
    """How the rows of one call become rows of the table."""

    def __init__(self, model: Any, columns: Sequence[str]) -> None:
        self.model = model
        named = {name: field for field in model._meta.concrete_fields for name in (field.name, field.attname)}
        given = [named[name] for name in columns]
        self.converts = [(at, convert) for at, field in enumerate(given) if (convert := _convert(field)) is not None]
        left = [field for field in model._meta.concrete_fields if field not in given and not _made_by_database(field)]
        self.blind = [(place, field) for field in left if (place := _place(given, field)) is not None]
        constant = [field for field in left if _place(given, field) is None]
        self.constants = [field.get_db_prep_save(_default(field), connection) for field in constant]
        self.columns = [field.column for field in (*given, *(field for _, field in self.blind), *constant)]

    def converted(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows as the driver takes them."""
        for row in rows:
            ready = list(row)
            if self.blind:
                ready += [_blind(field, row[at]) for at, field in self.blind]
            for at, convert in self.converts:
                if ready[at] is not None:
                    ready[at] = convert(ready[at])
            ready += self.constants
            yield ready


def _copied(shape: _Shape, rows: Iterable[Row]) -> int:
    names = ", ".join(f'"{column}"' for column in shape.columns)
    copying = f'COPY "{shape.model._meta.db_table}" ({names}) FROM STDIN'
    count = 0
    with connection.cursor() as cursor, connection.wrap_database_errors, cursor.copy(copying) as copy:
        for row in shape.converted(rows):
            copy.write_row(row)
            count += 1
    return count


def _inserted(shape: _Shape, rows: Iterable[Row]) -> int:
    names = ", ".join(f'"{column}"' for column in shape.columns)
    signs = ", ".join("?" * len(shape.columns))
    connection.ensure_connection()
    with connection.wrap_database_errors:  # the driver itself: Django would keep every row until the end
        done = connection.connection.executemany(
            f'INSERT INTO "{shape.model._meta.db_table}" ({names}) VALUES ({signs})', shape.converted(rows)
        )
    return max(int(done.rowcount), 0)


def _convert(field: Any) -> Convert | None:
    """What a value that is there becomes before the driver gets it; None where it may pass as it is."""
    if isinstance(field, models.BinaryField):  # a secret, where it is not sealed yet
        return lambda value: value if isinstance(value, bytes) else field.get_db_prep_save(value, connection)
    if isinstance(field, models.DateTimeField):  # rows of one call have the same few moments
        return lru_cache(100)(partial(field.get_db_prep_save, connection=connection))
    if isinstance(field, models.JSONField | models.DecimalField | models.UUIDField):
        return partial(field.get_db_prep_save, connection=connection)
    if connection.vendor == "postgresql":
        return None
    return date.isoformat if isinstance(field, models.DateField) else None


def _made_by_database(field: Any) -> bool:
    return isinstance(field, models.AutoField | models.BigAutoField | models.CompositePrimaryKey)


def _place(given: Sequence[Any], field: Any) -> int | None:
    """Where the secret of a blind index stands in the rows; None for any other column."""
    source = getattr(field, "of", None)
    return next((at for at, other in enumerate(given) if source and other.name == source), None)


def _blind(field: Any, secret: Any) -> int | None:
    text = secret.open() if hasattr(secret, "open") else secret
    return field.index_of(text) if text else None


def _default(field: Any) -> Any:
    """Raises ValueError for a column that has to be given."""
    if field.default is NOT_PROVIDED and not field.null and not field.empty_strings_allowed:
        raise ValueError(f"{field.model._meta.label}.{field.name} has no default")
    return field.get_default()


def copy_text(model: Any, columns: Sequence[str], blocks: Iterable[str]) -> int:
    """The same for rows that are written out already, many to a block: each a line that ends with "\\n", its values as
    PostgreSQL's COPY reads them, parted by tabs ("\\N" for none, "\\\\x…" for bytes). All columns that have to be there
    are given; days and moments (in UTC) as ISO 8601 writes them."""
    journal = current_journal()
    shape = _Shape(model, columns)
    if connection.vendor == "postgresql":
        count = _copied_text(shape, blocks)
    else:
        values = (list(map(_from_text, line.split("\t"))) for block in blocks for line in block.splitlines())
        shape.converts = []
        count = _inserted(shape, values)
    if count and not model.unrecorded_because:
        journal.changes.append(Change(model._meta.label, None, {}, {"rows": count}))
    return count


def _copied_text(shape: _Shape, blocks: Iterable[str]) -> int:
    if shape.blind or shape.constants:
        raise ValueError(f"not all columns are given: {shape.columns}")
    names = ", ".join(f'"{column}"' for column in shape.columns)
    copying = f'COPY "{shape.model._meta.db_table}" ({names}) FROM STDIN'
    with connection.cursor() as cursor, connection.wrap_database_errors:
        with cursor.copy(copying) as copy:
            for block in blocks:
                copy.write(block)
        return int(cursor.rowcount)


def _from_text(value: str) -> Any:
    if value == "\\N":
        return None
    return bytes.fromhex(value[3:]) if value.startswith("\\\\x") else value
