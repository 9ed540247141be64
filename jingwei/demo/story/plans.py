"""Documents become plans: read, corrected, approved."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.kernels.plans.actions.reading import read_in
from jingwei.kernels.plans.actions.reviewing import approve, drop_duty, drop_measure, edit_duty
from jingwei.kernels.plans.models import Duty, Measure, Plan

from .stage import Stage

DOCUMENTS = Path(__file__).parents[1] / "documents"
WRITTEN_FOR = 2026


def document(name: str, year: int, instead: Mapping[str, str]) -> str:
    """A document of the demo as though it had been written for `year`: the year and the anniversary follow, and the
    words of `instead`."""
    text = (DOCUMENTS / name).read_text(encoding="utf-8")
    founded = 1921
    for old, new in ((WRITTEN_FOR, year), (WRITTEN_FOR - founded, year - founded)):
        text = text.replace(str(old), str(new))
    for word, other in instead.items():
        text = text.replace(word, other)
    return text


def schedule(stage: Stage, name: str, entry: dict[str, Any]) -> None:
    """Read the document; correct and approve the plan where the entry says so."""
    if entry["place"] not in stage.organizations:
        return
    actor = stage.login(entry["by"]) if "by" in entry else stage.head(entry["place"])

    def read(actor: Actor) -> None:
        text = document(entry["file"], stage.days.year, entry.get("instead", {}))
        organization = stage.organizations[entry["place"]]
        stage.plans[name] = read_in(actor, organization, text=text, file_name=f"{entry['title']}.txt")

    def review(actor: Actor) -> None:
        plan = stage.plans[name]
        _correct(actor, plan, entry)
        stage.plans[name] = approve(actor, plan)

    stage.later(stage.days.of(entry["read"]), actor, read)
    if "approved" in entry:
        stage.later(stage.days.of(entry["approved"]), actor, review)


def _correct(actor: Actor, plan: Plan, entry: dict[str, Any]) -> None:
    for edit in entry.get("edits", []):
        duty, _ = found(plan, edit["words"])
        edit_duty(actor, duty, text=duty.text, actors=edit["actors"])
    for words in entry.get("drops", []):
        drop_duty(actor, found(plan, words)[0])
    for measure in Measure.objects.filter(duty__item__chapter__plan=plan, value=None, figure=""):
        drop_measure(actor, measure)


def found(plan: Plan, words: str) -> tuple[Duty, Measure | None]:
    """The duty in whose place the words stand, and its measure that they touch. LookupError where there is none."""
    at = plan.text.find(words)
    duties = Duty.objects.filter(item__chapter__plan=plan, start__lte=at, end__gt=at, is_dropped=False)
    duty = min(duties, key=lambda duty: (duty.end or 0) - (duty.start or 0), default=None)
    if at < 0 or duty is None:
        raise LookupError(f"no duty of {plan} holds “{words}”")
    return duty, duty.measures.filter(start__lt=at + len(words), end__gt=at).first()
