"""Care in the demo: visits, a talk, medals confirmed, a member who serves the neighbours from home."""

from jingwei.demo.story.stage import Stage
from jingwei.domains.care import actions
from jingwei.domains.care.choices import Occasion, VisitKind
from jingwei.domains.care.rules import first_medal_year
from jingwei.domains.care.selectors import medals, people
from jingwei.domains.grids.actions import open_household
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import today
from jingwei.organizations.models import Area, Post

COMMUNITY = "wangjiang/yunqiao/wutong"
FEW = 3


def schedule(stage: Stage) -> None:
    """A branch visits its old members and talks; the office confirms medals; the community names a household."""
    days, branch = stage.days, stage.login("zhoumingyuan")
    stage.later(days.of(-60), branch, lambda actor: _visits(actor, stage))
    stage.later(days.of(-25), stage.head(COMMUNITY), _household)
    stage.later(days.of(-20), stage.login("shenjing"), _medals)


def _visits(actor: Actor, stage: Stage) -> None:
    here = stage.organizations[f"{COMMUNITY}/2"]
    visitor = Post.objects.get(pk=actor.post_id or 0)
    told = {"on": today(), "visitor": visitor}
    note = "身体还好，子女在外地，想有人常来说说话。"
    to_visit = list(people.to_visit(here, on=today())[:FEW])
    occasion = Occasion.OLD if to_visit else Occasion.USUAL
    for member in to_visit or people.members(here)[:1]:
        actions.visit(actor, member, kind=VisitKind.VISIT, occasion=occasion, note=note, **told)
    for member in people.members(here).filter(user__username="linxiaoyun"):
        actions.visit(actor, member, kind=VisitKind.TALK, occasion=Occasion.USUAL, note="谈工作和学习的打算。", **told)


def _household(actor: Actor) -> None:
    building = Area.objects.get(kind="building", name="梧桐苑3号楼")
    for member in people.members(building.organization)[:1]:
        does = "收集邻居的意见，代取快递，帮助独居老人。"
        open_household(actor, building, member=member, does=does, consented_on=today(), since=today())


def _medals(actor: Actor) -> None:
    year = today().year
    if year > first_medal_year():
        for member in medals.candidates(year)[:FEW]:
            actions.confirm_medal(actor, member, year=year)
