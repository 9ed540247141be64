"""jingwei work [--once] [--queues A,B]: do the jobs that wait, until stopped. `jingwei serve` starts one by itself."""

import os
import signal
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from jingwei.foundation.background.worker import Worker


class Command(BaseCommand):
    help = "Do the jobs that wait. SIGTERM ends it after the job in hand, or after the step where the job has steps."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="end when no job is due")
        parser.add_argument("--queues", default="", help="only jobs of these queues, separated by commas")
        parser.add_argument("--beside", action="store_true", help="end when the process that started it has ended")

    def handle(self, *args: Any, once: bool, queues: str, beside: bool, **options: Any) -> None:
        chosen = [name for name in queues.split(",") if name]
        worker = Worker(chosen, beside=os.getppid() if beside else None)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: worker.stop())
        if once:
            self.stdout.write(f"做完了 {worker.work_off()} 项后台事项。")
        else:
            worker.work()
