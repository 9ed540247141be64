"""jingwei bench NAME [--json] [--scale SCALE] [--data DIR]: measure against the raw limit (see benchmarks/README.md).

Starts a PostgreSQL of its own, unless DATABASE_URL names a database. `--data` keeps the seeded city for the next run.
"""

import json
import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from jingwei.config.postgres import MEASURED, PostgresMissing, kept_postgres
from jingwei.demo.building import is_built

AGAIN = [sys.executable, "-c", "from jingwei.config.command_line import main; main()", "bench", "--here"]
HEADS = ("work", "n", "unit", "ours", "limit", "ratio", "aim")


@dataclass(frozen=True)
class Place:
    """A database with a city in which a benchmark runs."""

    database: str
    scale: str
    smaller: bool = False

    def __str__(self) -> str:
        return f"{self.database} {self.scale}"


def places(module: Any, scale: str) -> list[Place]:
    """Where a benchmark runs: one database that the environment names; else PostgreSQL, and SQLite if it asks for both,
    each also with the smaller city that it compares with."""
    if "DATABASE_URL" in os.environ:
        return [Place("", scale)]
    databases = ["PostgreSQL", "SQLite"] if getattr(module, "BOTH", False) else ["PostgreSQL"]
    smaller = getattr(module, "SMALLER", "")
    compared = [Place(one, smaller, smaller=True) for one in databases] if smaller and smaller != scale else []
    return [*(Place(one, scale) for one in databases), *compared]


class Command(BaseCommand):
    help = "Measure the program against the raw limit of this machine."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="which benchmark: figures, import, search")
        parser.add_argument("--json", action="store_true", help="print figures for a program to read")
        parser.add_argument("--scale", default=None, help="size of the city (jingwei seed); default: the benchmark's")
        parser.add_argument("--data", type=Path, help="folder that keeps the database for the next run")
        parser.add_argument("--here", action="store_true", help="in the database that the settings name")
        parser.add_argument("--smaller", action="store_true", help="only what is compared with the larger city")

    def handle(self, *args: Any, name: str, scale: str | None, data: Path | None, here: bool, **options: Any) -> None:
        module = benchmark(name)
        chosen = module.SCALE if scale is None else scale
        if here:
            result = self.measured(module, name, chosen, options["smaller"])
        else:
            result = self.elsewhere(module, name, chosen, data)
        self.stdout.write(json.dumps(result, ensure_ascii=False) if options["json"] else table(result))

    def measured(self, module: Any, name: str, scale: str, smaller: bool) -> dict[str, Any]:
        """Run it in this database."""
        self.prepare(scale)
        from benchmarks import Stage
        from benchmarks.measuring import described

        stage = Stage(scale, Path(settings.DATA), self.say, smaller)
        rows = [row.told() for row in module.run(stage)]
        return {"name": name, "database": described(), "scale": scale, "rows": rows}

    def say(self, text: str) -> None:
        self.stderr.write(text)
        self.stderr.flush()

    def elsewhere(self, module: Any, name: str, scale: str, data: Path | None) -> dict[str, Any]:
        """Run this command again with the settings of benchmarks, in each database and each city that it asks for; all
        rows together. Exits with the code of one that fails."""
        told = [
            self.apart(name, data, place, several=len(places(module, scale)) > 1) for place in places(module, scale)
        ]
        return {
            "name": name,
            "database": "; ".join(dict.fromkeys(one["database"] for one in told)),
            "scale": scale,
            "rows": [row for one in told for row in one["rows"]],
        }

    def apart(self, name: str, data: Path | None, place: Place, *, several: bool) -> dict[str, Any]:
        folder = data / f"{place.database}-{place.scale}".lower() if data and several else data
        with surroundings(folder, place.database) as environment:
            command = [*AGAIN, name, f"--scale={place.scale}", "--json", *(["--smaller"] if place.smaller else [])]
            done = subprocess.run(command, env=environment, cwd=settings.ROOT, check=False, stdout=subprocess.PIPE)
        if done.returncode:
            sys.exit(done.returncode)
        told: dict[str, Any] = json.loads(done.stdout)
        for row in told["rows"] if several else ():
            row["work"] += f", {place}"
        return told

    def prepare(self, scale: str) -> None:
        """Migrate, and seed a database that holds nothing yet."""
        call_command("migrate", verbosity=0)
        note = Path(settings.DATA) / "scale"
        if not is_built():
            if scale:
                call_command("seed", scale=scale, stdout=self.stderr)
                note.write_text(scale)
        elif note.exists() and note.read_text() != scale:
            raise CommandError(f"This folder holds the scale {note.read_text()}, not {scale or 'none'}.")


def benchmark(name: str) -> Any:
    """The module of a benchmark. Raises CommandError."""
    sys.path.insert(0, str(settings.ROOT))
    try:
        return import_module(f"benchmarks.{import_module('benchmarks').MODULES[name]}")
    except (ImportError, KeyError) as missing:
        raise CommandError(f"There is no benchmark {name!r} here ({missing}).") from None


@contextmanager
def surroundings(data: Path | None, database: str = "PostgreSQL") -> Iterator[dict[str, str]]:
    """The environment of a measurement: settings, folder, database."""
    with ExitStack() as stack:
        folder = data or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="jingwei-bench-")))
        folder = folder.resolve()
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o755)  # the server's own user passes through
        files = folder / "files"
        url = os.environ.get("DATABASE_URL") or f"sqlite:///{files / 'jingwei.sqlite3'}"
        try:
            if database == "PostgreSQL":
                url = stack.enter_context(kept_postgres(folder / "postgres", MEASURED))
        except PostgresMissing as missing:
            raise CommandError(str(missing)) from None
        own = {"DATABASE_URL": url, "JINGWEI_DATA": str(files), "JINGWEI_KEYS": str(files / "keys.json")}
        files.mkdir(exist_ok=True)
        yield {**os.environ, **own, "DJANGO_SETTINGS_MODULE": "jingwei.config.settings.measured"}


def table(result: dict[str, Any]) -> str:
    """The figures in columns."""
    rows = [[str(row[head]) for head in HEADS] for row in result["rows"]]
    widths = [max(len(row[at]) for row in [list(HEADS), *rows]) for at in range(len(HEADS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in [HEADS, *rows]]
    return "\n".join([f"{result['name']} · {result['scale'] or 'empty'} · {result['database']}", "", *lines])
