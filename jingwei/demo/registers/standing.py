"""How organizations of the demo stand: changes of name and place in their history, what the health check found, and a
secretary who hands over."""

from datetime import timedelta

from jingwei.demo.story.stage import Stage
from jingwei.domains.handover import actions as handing
from jingwei.domains.health import actions as health
from jingwei.domains.health.models import Matter
from jingwei.domains.health.selectors.examining import examined
from jingwei.domains.rekeying.actions import mark_all
from jingwei.domains.rekeying.selectors.progress import to_type
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import today
from jingwei.organizations.actions import describing, reorganising
from jingwei.organizations.models import Organization, Post

TOWN, COMMUNITY = "wangjiang/yunqiao", "wangjiang/yunqiao/wutong"
KINDS = {"wutong": "traditional", "hetang": "new"}
OPENED = 3
TICKED = 12


def schedule(stage: Stage) -> None:
    """A year of the town's office: names, kinds of communities, matters to be put right; a handover half done."""
    days, office, town = stage.days, stage.login("shenjing"), stage.organizations[TOWN]
    branch = stage.organizations[f"{COMMUNITY}/1"]
    stage.later(days.of(-200), office, lambda actor: _renamed(actor, branch))
    stage.later(days.of(-180), office, lambda actor: _kinds(actor, stage))
    stage.later(days.of(-21), office, lambda actor: _opened(actor, town))
    stage.later(days.of(-10), stage.head(f"{TOWN}/hetang"), _answered)
    stage.later(days.of(-100), office, lambda actor: _ticked(actor, stage.organizations[f"{COMMUNITY}/2"]))
    stage.later(days.of(-3), stage.head(f"{COMMUNITY}/1"), _handing_over)


def _renamed(actor: Actor, branch: Organization) -> None:
    """It had another name for a month."""
    name, short = branch.name, branch.short_name
    old = {"name": name.replace("第一", "东片"), "short_name": short.replace("第一", "东片")}
    on = today() - timedelta(days=30)
    changed = reorganising.rename(actor, branch.fresh(), **old, on=on, basis="云桥镇党委〔试点〕2号")
    reorganising.rename(actor, changed, name=name, short_name=short, on=today(), basis="云桥镇党委〔试点〕5号")


def _kinds(actor: Actor, stage: Stage) -> None:
    for key, kind in KINDS.items():
        community = stage.organizations.get(f"{TOWN}/{key}")
        if community is not None and community.is_grassroots:
            describing.set_community_kind(actor, community.fresh(), community_kind=kind)


def _opened(actor: Actor, town: Organization) -> None:
    """The hardest findings become matters."""
    must = [one for one in examined(town, on=today()) if one.finding.modality == "must"]
    for one in [one for one in must if one.organization.path != actor.path][:OPENED]:
        health.open_matter(actor, one.organization, kind=one.finding.kind)


def _answered(actor: Actor) -> None:
    """What is below the community is answered there, in the branch's stead."""
    for matter in Matter.objects.filter(closed_on=None, answered_on=None)[:1]:
        health.answer(actor, matter, answer="已报镇党建办，准备换届，人选正在酝酿。")


def _ticked(actor: Actor, branch: Organization) -> None:
    members = list(to_type(branch)[:TICKED])
    if members:
        mark_all(actor, branch, members=members)


def _handing_over(actor: Actor) -> None:
    keys = "公章在居委会保险柜，登记本随章走。\n档案柜两个，钥匙在居委会值班室。\n会议室找居委会预订，提前两天。"
    handing.prepare(actor, Post.objects.get(pk=actor.post_id or 0), keys=keys)
