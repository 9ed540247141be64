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


class Command(BaseCommand):
    help = "Measure the program against the raw limit of this machine."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="which benchmark: import, search")
        parser.add_argument("--json", action="store_true", help="print figures for a program to read")
        parser.add_argument("--scale", default=None, help="size of the city (jingwei seed); default: the benchmark's")
        parser.add_argument("--data", type=Path, help="folder that keeps the database for the next run")
        parser.add_argument("--here", action="store_true", help="in the database that the settings name")

    def handle(self, *args: Any, name: str, scale: str | None, data: Path | None, here: bool, **options: Any) -> None:
        module = benchmark(name)
        chosen = module.SCALE if scale is None else scale
        if not here:
            sys.exit(self.elsewhere(name, chosen, data, options["json"]))
        self.prepare(chosen)
        from benchmarks import Stage
        from benchmarks.measuring import described

        stage = Stage(chosen, Path(settings.DATA), self.say)
        rows = [row.told() for row in module.run(stage)]
        result = {"name": name, "database": described(), "scale": chosen, "rows": rows}
        self.stdout.write(json.dumps(result, ensure_ascii=False) if options["json"] else table(result))

    def say(self, text: str) -> None:
        self.stderr.write(text)
        self.stderr.flush()

    def elsewhere(self, name: str, scale: str, data: Path | None, as_json: bool) -> int:
        """Run this command again with the settings of benchmarks and a database of its own; its exit code."""
        with surroundings(data) as environment:
            command = [*AGAIN, name, f"--scale={scale}", *(["--json"] if as_json else [])]
            return subprocess.run(command, env=environment, cwd=settings.ROOT, check=False).returncode

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
def surroundings(data: Path | None) -> Iterator[dict[str, str]]:
    """The environment of a measurement: settings, folder, database."""
    with ExitStack() as stack:
        folder = data or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="jingwei-bench-")))
        folder = folder.resolve()
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o755)  # the server's own user passes through
        try:
            url = os.environ.get("DATABASE_URL") or stack.enter_context(kept_postgres(folder / "postgres", MEASURED))
        except PostgresMissing as missing:
            raise CommandError(str(missing)) from None
        files = folder / "files"
        own = {"DATABASE_URL": url, "JINGWEI_DATA": str(files), "JINGWEI_KEYS": str(files / "keys.json")}
        files.mkdir(exist_ok=True)
        yield {**os.environ, **own, "DJANGO_SETTINGS_MODULE": "jingwei.config.settings.measured"}


def table(result: dict[str, Any]) -> str:
    """The figures in columns."""
    rows = [[str(row[head]) for head in HEADS] for row in result["rows"]]
    widths = [max(len(row[at]) for row in [list(HEADS), *rows]) for at in range(len(HEADS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in [HEADS, *rows]]
    return "\n".join([f"{result['name']} · {result['scale'] or 'empty'} · {result['database']}", "", *lines])
