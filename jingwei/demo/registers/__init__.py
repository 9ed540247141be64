"""What happens in the registers of the demo beyond people and posts, room by room.

Each room has a function `schedule(stage)` that lets people act: `stage.later(day, stage.login("shenjing"), step)`.
"""

from collections.abc import Callable

from jingwei.demo.story.stage import Stage

from . import care, coverage, figures, floating, late, members, outlines, privacy, reports, standing, transfers

REGISTERS: list[Callable[[Stage], None]] = [
    members.schedule,
    coverage.schedule,
    care.schedule,
    floating.schedule,
    transfers.schedule,
    privacy.schedule,
    outlines.schedule,
    standing.schedule,
    late.schedule,
    figures.schedule,
    reports.schedule,
]


def schedule(stage: Stage) -> None:
    """Let everything of the registers happen on its day."""
    for register in REGISTERS:
        register(stage)
