"""Something is registered late in the demo, so that a figure of a past day differs from what was reported."""

from jingwei.demo.story.stage import Stage
from jingwei.foundation.access.actor import Actor
from jingwei.organizations.actions.reorganising import establish
from jingwei.organizations.choices import Level, PartyType

COMMUNITY = "wangjiang/yunqiao/wutong"
DECIDED, TOLD = -18, -4  # days from today


def schedule(stage: Stage) -> None:
    """A temporary branch at a building site is registered two weeks after it was decided."""
    stage.later(stage.days.of(TOLD), stage.login("shenjing"), lambda actor: _site(actor, stage))


def _site(actor: Actor, stage: Stage) -> None:
    parent = stage.organizations[COMMUNITY]
    name = "梧桐苑加装电梯工地临时党支部"
    document = {"on": stage.days.of(DECIDED), "basis": "云桥镇党委关于成立临时党支部的批复"}
    establish(
        actor,
        parent,
        name=f"{parent.name}{name}",
        short_name=name,
        level=Level.BRANCH,
        party_type=PartyType.TEMPORARY_BRANCH,
        **document,
    )
