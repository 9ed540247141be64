"""jingwei figures list | verify | fold | rebuild: what is counted, whether it agrees, and counting it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jingwei.foundation.clock import today

from ...actions.folding import fold_all, turn
from ...actions.rebuilding import rebuild
from ...declaring import Declared, figures, indices, ratios
from ...selectors.verifying import disagreements, waiting

SHOWN = 50


class Command(BaseCommand):
    help = "What is counted; whether the sums of those below agree; fold what waits; count everything anew."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["list", "verify", "fold", "rebuild"])

    def handle(self, *args: Any, what: str, **options: Any) -> None:
        {"list": self.told, "verify": self.verify, "fold": self.fold, "rebuild": self.rebuild}[what]()

    def told(self) -> None:
        everything: list[Declared] = [*figures().values(), *ratios().values(), *indices().values()]
        for one in everything:
            self.stdout.write(f"{one.key}  {one.title}：{one.definition}")

    def verify(self) -> None:
        found = disagreements()
        for one in found[:SHOWN]:
            self.stderr.write(f"{one.path}  {one.cell}  本级 {one.amount}，本级自有与下级之和 {one.parts}")
        if found:
            raise CommandError(f"{len(found)} 个数不相符。请执行 jingwei figures rebuild。")
        self.stdout.write(f"下级之和与本级全部相符；待汇总 {waiting()} 条。")

    def fold(self) -> None:
        turned = turn(on=today())
        self.stdout.write(f"重新统计 {len(turned)} 项指标，汇总 {fold_all()} 条变动。")

    def rebuild(self) -> None:
        self.stdout.write(f"已全部重新统计，共 {rebuild():,} 个数。")
