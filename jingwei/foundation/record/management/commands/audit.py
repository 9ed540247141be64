"""jingwei audit seal | verify [--json] | export FILE: keep the record sealed, and show that it is whole."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from jingwei.foundation.record import sealing
from jingwei.foundation.record.lines import lines
from jingwei.foundation.record.verify_export import read, verify


class Command(BaseCommand):
    help = "Seal, verify or export the record of acts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="seal|verify|export")
        verbs.add_parser("seal", help="seal all acts that wait")
        check = verbs.add_parser("verify", help="find and locate what was changed; exit code 1 then")
        check.add_argument("--json", action="store_true", help="answer as JSON")
        export = verbs.add_parser("export", help="write the record as JSON lines, for verify_export.py")
        export.add_argument("file", type=Path)

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        if verb == "seal":
            made = sealing.seal()
            self.stdout.write(f"封存了 {sum(one.count for one in made)} 条操作记录。")
        elif verb == "verify":
            self.verify(as_json=options["json"])
        else:
            self.export(options["file"])

    def verify(self, *, as_json: bool) -> None:
        """An anchor that is gone is one without lines: every seal is then missing there."""
        anchor = Path(settings.ANCHOR_FILE)
        report = verify(lines(), read(str(anchor)) if anchor.exists() else ())
        if report.seals and not anchor.exists():
            report.add("anchor", [], None, f"存底文件不见了：{anchor.name}。")
        self.stdout.write(json.dumps(report.as_json(), ensure_ascii=False) if as_json else str(report))
        if not report.whole:
            sys.exit(1)

    def export(self, file: Path) -> None:
        with file.open("w", encoding="utf-8") as out:
            count = sum(1 for line in lines() if out.write(json.dumps(line, ensure_ascii=False) + "\n"))
        self.stdout.write(f"写出 {count} 行：{file}。核对：python verify_export.py {file.name}")
