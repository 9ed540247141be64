"""jingwei access-matrix [FILE]: write down who may do what (docs/reference/access-matrix.md)."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import get_resolver

from jingwei.foundation.access.matrix import matrix

FILE = settings.ROOT / "docs" / "reference" / "access-matrix.md"


class Command(BaseCommand):
    help = "Write the matrix of routes, methods, roles and reach to a file, to be reviewed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", default=FILE)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(matrix(get_resolver().url_patterns), encoding="utf-8")
        self.stdout.write(f"写好了：{file.name}")
