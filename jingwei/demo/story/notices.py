"""Supervision notices: issued, answered, closed."""

from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.kernels.plans.actions.supervising import close, issue, reply
from jingwei.kernels.plans.models import Notice

from .stage import Stage


def schedule(stage: Stage, entry: dict[str, Any]) -> None:
    """Issue on one day; answer and close on others where the entry says so."""
    place, issuer = entry["place"], stage.login(entry["by"])
    notices: list[Notice] = []

    def ask(actor: Actor) -> None:
        task = stage.tasks[entry["task"], place].fresh()
        notices.append(issue(actor, task, reason=entry["reason"], reply_due_on=stage.days.of(entry["due"])))

    def answer(actor: Actor) -> None:
        notices[0] = reply(actor, notices[0].fresh(), text=entry["reply"])

    def end(actor: Actor) -> None:
        notices[0] = close(actor, notices[0].fresh())

    stage.later(stage.days.of(entry["issued"]), issuer, ask)
    if "replied" in entry:
        stage.later(stage.days.of(entry["replied"]), stage.head(place), answer)
    if "closed" in entry:
        stage.later(stage.days.of(entry["closed"]), issuer, end)
