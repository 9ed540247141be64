"""What communities may be asked: applied for, granted, refused, still waiting."""

from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.kernels.plans.actions.clearing import ask, grant, refuse
from jingwei.kernels.plans.models import Clearance

from .stage import Stage

DECIDES = "guwenbo"
TOWN = "wangjiang/yunqiao"
COLUMNS = ("title", "basis", "audience", "forms", "minutes", "period")


def schedule(stage: Stage, name: str, entry: dict[str, Any]) -> None:
    """Ask on one day; decide on another where the entry says so."""
    actor, asked = stage.login(entry["by"]), stage.days.of(entry["asked"])
    until = stage.days.of(entry.get("until", "end"))
    organization = next(one for one in stage.organizations.values() if one.path == actor.path)

    def apply(actor: Actor) -> None:
        stage.clearances[name] = ask(
            actor,
            organization,
            fields=entry["fields"],
            area=stage.organizations[entry.get("area", TOWN)],
            starts_on=asked,
            until=until,
            **{column: entry[column] for column in COLUMNS},
        )

    def decide(actor: Actor) -> None:
        clearance: Clearance = stage.clearances[name].fresh()
        if entry["state"] == "granted":
            stage.clearances[name] = grant(actor, clearance, decision=entry["decision"], until=until)
        else:
            stage.clearances[name] = refuse(actor, clearance, decision=entry["decision"])

    stage.later(asked, actor, apply)
    if "decided" in entry:
        stage.later(stage.days.of(entry["decided"]), stage.login(DECIDES), decide)
