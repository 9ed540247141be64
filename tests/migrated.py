"""SQLite's tables are made by the migrations once, kept, and poured into the memory of the next runs.

What is kept goes by the text of all migrations and of what they import, so that no change of them is missed. Triggers
are not poured: the program makes its own after every migration. PostgreSQL is migrated from nothing at each run.
"""

import hashlib
import os
import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import django
import pytest
from django.apps import apps
from django.db import connection
from django.db.backends.signals import connection_created

ROOT = Path(__file__).parents[1]
IMPORTED = re.compile(r"^(?:import|from) (jingwei\.[\w.]+)(?: import (\w+))?", re.MULTILINE)
AT_MOST = 4  # branches of the project differ in their migrations: so many are kept


def migrations() -> list[Path]:
    return sorted(file for app in apps.get_app_configs() for file in Path(app.path).glob("migrations/[0-9]*.py"))


def imported(file: Path) -> list[Path]:
    """The program's own files that a migration imports: fields, and the texts of triggers."""
    names = [(module, f"{module}.{name}") for module, name in IMPORTED.findall(file.read_text(encoding="utf-8"))]
    files = (ROOT.joinpath(*name.split(".")).with_suffix(".py") for both in names for name in both)
    return [file for file in files if file.exists()]


def fingerprint() -> str:
    files = sorted({*migrations(), *(found for file in migrations() for found in imported(file))})
    texts = b"".join(str(file).encode() + file.read_bytes() for file in files)
    return hashlib.sha256(texts + django.__version__.encode()).hexdigest()[:16]


def kept(config: pytest.Config) -> Path:
    return config.cache.mkdir("migrated") / f"{fingerprint()}.sqlite3"


def pour(file: Path, tables: sqlite3.Connection) -> None:
    """Into an empty database only: another thread's connection finds it full."""
    if tables.execute("SELECT 1 FROM sqlite_master").fetchone():
        return
    with suppress(sqlite3.OperationalError), closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as copy:
        copy.backup(tables)
    for (name,) in tables.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        tables.execute(f'DROP TRIGGER "{name}"')


def keep(file: Path, tables: sqlite3.Connection) -> None:
    """Whole or not at all: other runs may be keeping theirs at the same time."""
    half = file.with_suffix(f".{os.getpid()}")
    with closing(sqlite3.connect(half)) as copy:
        tables.backup(copy)
    half.replace(file)
    with suppress(FileNotFoundError):
        for old in sorted(file.parent.glob("*.sqlite3"), key=lambda one: -one.stat().st_mtime)[AT_MOST:]:
            old.unlink()


def pytest_configure(config: pytest.Config) -> None:
    def begin(connection, **_: object) -> None:
        if str(connection.settings_dict["NAME"]).startswith("file:memorydb_default"):
            pour(kept(config), connection.connection)

    if config.cache is not None:
        connection_created.connect(begin, weak=False)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, pytestconfig):
    if connection.vendor == "sqlite" and not kept(pytestconfig).exists():
        with django_db_blocker.unblock():
            connection.ensure_connection()
            keep(kept(pytestconfig), connection.connection)
