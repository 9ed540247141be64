"""Duties become tasks, tasks are passed on, and those who have them report."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from jingwei.foundation.access.actor import Actor
from jingwei.kernels.plans.actions.dispatching import Order, dispatch, pass_on
from jingwei.kernels.plans.actions.progress import report
from jingwei.kernels.plans.models import Task

from .plans import found
from .progress import Told, course
from .stage import Stage

LATER = timedelta(days=25)  # how long after the day a late entry is written

Words = dict[str, Any]


def schedule(stage: Stage, entry: Words, whole: Words) -> None:
    """Dispatch a duty of an approved plan, and let its tasks take their course."""
    plan = whole["plans"][entry["plan"]]
    to, order = stage.chosen(entry["to"], plan["place"]), _order(stage, entry)
    if not to:
        return

    def give(actor: Actor) -> None:
        duty, measure = found(stage.plans[entry["plan"]], entry["words"])
        clearance = stage.clearances.get(entry.get("clearance", ""))
        organizations = [stage.organizations[key] for key in to]
        given = dispatch(actor, duty, organizations=organizations, order=order, measure=measure, clearance=clearance)
        _keep(stage, entry, to, given)

    stage.later(order.start_on, stage.head(plan["place"]), give)
    _courses(stage, entry, whole, to, order)


def schedule_passing(stage: Stage, entry: Words, whole: Words) -> None:
    """Pass a received task on to those below."""
    to, order = stage.chosen(entry["to"], entry["from"]), _order(stage, entry)

    def give(actor: Actor) -> None:
        received = stage.tasks[entry["task"], entry["from"]].fresh()
        organizations = [stage.organizations[key] for key in to]
        clearance = stage.clearances[entry["clearance"]]
        _keep(stage, entry, to, pass_on(actor, received, organizations=organizations, order=order, clearance=clearance))

    stage.later(order.start_on, stage.head(entry["from"]), give)
    _courses(stage, entry, whole, to, order)


def _order(stage: Stage, entry: Words) -> Order:
    return Order(
        title=entry["title"],
        detail="",
        start_on=stage.days.of(entry["given"]),
        due_on=stage.days.of(entry["due"]),
        amount=Decimal(entry["amount"]) if "amount" in entry else None,
        unit=entry.get("unit", ""),
        period=entry["period"],
        spread=entry.get("spread", "each"),
    )


def _keep(stage: Stage, entry: Words, to: Sequence[str], given: Sequence[Task]) -> None:
    stage.tasks.update({(entry["title"], key): task for key, task in zip(to, given, strict=True)})


def _courses(stage: Stage, entry: Words, whole: Words, to: Sequence[str], order: Order) -> None:
    for key in to:
        rng = Random(f"{entry['title']} {key}")
        way = entry.get("but", {}).get(key) or _way(rng, entry["progress"])
        reports = course(way, order, today=stage.days.today, rng=rng)
        for number, told in enumerate(reports):
            late = str(whole["late_reason"]) if number == 0 and key == entry.get("late_entry") else ""
            evidence = _evidence(entry, key) if number == len(reports) - 1 else {}
            note = _note(rng, told, entry, whole)
            _tell(stage, entry["title"], key, told, note=note, late_reason=late, **evidence)


def _way(rng: Random, progress: dict[str, int]) -> str:
    way = rng.choices(list(progress), weights=list(progress.values()))[0]
    return "ahead" if way == "steady" and rng.random() < 1 / 2 else way


def _note(rng: Random, told: Told, entry: Words, whole: Words) -> str:
    return str(rng.choice(entry["notes"] if told.amount or told.is_final else whole["under_way"]))


def _evidence(entry: Words, place: str) -> dict[str, SimpleUploadedFile]:
    """What is attached for this place; nothing for most."""
    evidence = entry.get("evidence", {})
    if evidence.get("place") != place:
        return {}
    return {"upload": SimpleUploadedFile(evidence["name"], evidence["text"].encode())}


def _tell(stage: Stage, title: str, place: str, told: Told, *, late_reason: str, **said: Any) -> None:
    def write(actor: Actor) -> None:
        task = stage.tasks[title, place]  # the same from report to report, as every save keeps it up to date
        given = {"happened_on": told.on, "amount": told.amount, "is_final": told.is_final, "late_reason": late_reason}
        report(actor, task, **given, **said)

    stage.later(told.on + LATER if late_reason else told.on, stage.head(place), write)
