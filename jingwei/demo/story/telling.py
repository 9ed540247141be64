"""Tells the whole story."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from jingwei.demo import registers, written
from jingwei.demo.places import Place
from jingwei.organizations.models import Organization

from . import clearances, notices, plans, tasks
from .days import Days
from .stage import Stage


def tell(places: Sequence[Place], organizations: Mapping[str, Organization], *, on: date) -> Stage:
    """Let everything in story.yaml happen up to the day `on`; the stage holds what came of it."""
    whole: dict[str, Any] = written.read(Path(__file__).parent / "story.yaml")
    stage = Stage(places, organizations, Days(on))
    for name, entry in whole["plans"].items():
        plans.schedule(stage, name, entry)
    for name, entry in whole["clearances"].items():
        clearances.schedule(stage, name, entry)
    for entry in whole["tasks"]:
        tasks.schedule(stage, entry, whole)
    for entry in whole["passed_on"]:
        tasks.schedule_passing(stage, entry, whole)
    for entry in whole["notices"]:
        notices.schedule(stage, entry)
    registers.schedule(stage)
    stage.play()
    return stage
