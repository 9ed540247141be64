"""jingwei seed --scale city|district|town|20k: fill an empty database with an invented city, to measure."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jingwei.demo.building import is_built
from jingwei.demo.city.building import SEED, build_city
from jingwei.demo.city.scales import SCALES
from jingwei.foundation.clock import today


class Command(BaseCommand):
    """Refuses a database that holds anything."""

    help = "Fill an empty database with an invented city of up to two million members."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--scale", choices=[*SCALES], default="20k")
        parser.add_argument("--seed", type=int, default=SEED, help="another city for each number")

    def handle(self, *args: Any, scale: str, seed: int, **options: Any) -> None:
        if is_built():
            raise CommandError("这个数据库里已经有组织，不能再建示例城市；请换一个空的数据库。")
        made = build_city(SCALES[scale], on=today(), say=self.say, seed=seed)
        self.stdout.write(f"建好了：组织 {made['organizations']:,} 个，党员 {made['members']:,} 名。")

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
