"""`jingwei read-plan FILE`: what the reader finds in a document, as JSON."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from jingwei.foundation.documents import Unreadable, plain_text

from ...reader import as_json, read_plan


class Command(BaseCommand):
    help = "Read a year's key points (.txt .md .docx .pdf .html) and print its chapters, items, duties and measures."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--text", action="store_true", help="print the plain text that the offsets count in")

    def handle(self, *args: Any, file: Path, text: bool, **options: Any) -> None:
        try:
            found = plain_text(file.name, file.read_bytes())
        except OSError as missing:
            raise CommandError(f"读不到文件：{file}") from missing
        except Unreadable as refusal:
            raise CommandError(f"{refusal.message}{refusal.next_step}") from refusal
        if text:
            self.stdout.write(found.text, ending="")
            return
        self.stdout.write(json.dumps(as_json(read_plan(found.text)), ensure_ascii=False, indent=1))
