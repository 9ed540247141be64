"""Reports in the demo: the town drafts last month's bulletin, and corrects a number; the district begins a summary."""

from jingwei.demo.story.stage import Stage
from jingwei.domains.reports.actions.paragraphs import edit
from jingwei.domains.reports.actions.reports import draft
from jingwei.domains.reports.choices import Form
from jingwei.domains.reports.models import Number, Summary
from jingwei.domains.reports.rules.periods import periods
from jingwei.domains.reports.selectors.reports import paragraphs
from jingwei.domains.reports.selectors.templates import offer
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import today
from jingwei.kernels.figures.actions.folding import fold_all, turn
from jingwei.organizations.models import Organization


def schedule(stage: Stage) -> None:
    """The town's bulletin of last month, with a number that the office knows better; the district's half-year."""
    stage.later(stage.days.today, stage.login("shenjing"), _bulletin)
    stage.later(stage.days.today, stage.login("guwenbo"), _summary)


def _bulletin(actor: Actor) -> None:
    fold_all()  # what happened so far has not been counted yet
    turn(on=today())
    report = _draft(actor, "supervision", 1)
    for given in Number.objects.filter(paragraph__summary=report, figure="tasks.given", form=Form.EXACT)[:1]:
        row = paragraphs().get(pk=given.paragraph_id)
        text = row.text.replace(given.shown, f"{given.amount + 1}项", 1)
        edit(actor, row, text=f"{text}另有1项口头布置，已补登记。")


def _summary(actor: Actor) -> None:
    _draft(actor, "half_year", 0)


def _draft(actor: Actor, key: str, back: int) -> Summary:
    here, template = Organization.objects.get(path=actor.path), offer(key)
    if template is None:
        raise LookupError(key)
    first, last = periods(template.kind, on=today())[back]
    return draft(actor, here, template=template, first=first, last=last)
