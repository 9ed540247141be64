"""`jingwei demo`: build the demo locality."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from jingwei.demo.building import build, is_built
from jingwei.demo.places import few_places, places
from jingwei.foundation.secrets.checks import there_is_a_key_ring


class Command(BaseCommand):
    """Refuses to run outside demo mode; changes nothing where organizations exist already."""

    help = "Build the demo locality. A second run keeps what is there."
    requires_system_checks = ()  # they take seconds for every page and model; `handle` looks for the keys

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--small", action="store_true", help="one town and few members, for tests")

    def handle(self, *args: Any, small: bool, verbosity: int, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("演示数据只能在演示模式下建立；正式环境请导入本地的组织和党员。")
        if is_built():
            return
        for fault in there_is_a_key_ring(None):
            raise CommandError(f"{fault.msg} {fault.hint or ''}".strip())
        if verbosity:
            self.stdout.write("正在建立演示数据，请稍候……")
        build(few_places() if small else places())
