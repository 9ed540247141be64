"""jingwei submissions forget [--days 7]: forget the answers to forms of long ago."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from jingwei.foundation.submissions.forgetting import DAYS, forget


class Command(BaseCommand):
    help = "Forget the answers to forms that were sent long ago."

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="forget")
        forgetting = verbs.add_parser("forget", help="forget what is older than some days")
        forgetting.add_argument("--days", type=int, default=DAYS)

    def handle(self, *args: Any, days: int, **options: Any) -> None:
        self.stdout.write(f"清理了 {forget(days=days)} 条提交凭据。")
