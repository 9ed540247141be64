"""The demo's ground: five chains, two blocks and seven sections of a town, the grids of a community, the units in them,
who covers them, and what was found on walks."""

from functools import cache
from pathlib import Path
from typing import Any

from stdnum.cn import uscc

from jingwei.demo import written
from jingwei.demo.story.stage import Stage
from jingwei.domains.coverage.actions import covering, sightings, walking
from jingwei.domains.coverage.models import Sighting, Team
from jingwei.domains.coverage.rules import monday_of
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import today
from jingwei.organizations.actions import areas, units
from jingwei.organizations.models import Area, Organization, Post, Unit

TOWN, COMMUNITY = "wangjiang/yunqiao", "wangjiang/yunqiao/wutong"
NOWHERE = "91990000MA"  # a registering authority and a region that do not exist


@cache
def ground() -> dict[str, Any]:
    """What stands where."""
    content: dict[str, Any] = written.read(Path(__file__).with_name("ground.yaml"))
    return content


def code_of(number: int) -> str:
    """A unified credit code of nobody, with the right last sign."""
    body = f"{NOWHERE}{number:07d}"
    return body + uscc.calc_check_digit(body)


def schedule(stage: Stage) -> None:
    """The office sets up the areas and teams, the community its grids; units are covered, sightings verified."""
    days, office, community = stage.days, stage.login("shenjing"), stage.head(COMMUNITY)
    town, here = stage.organizations[TOWN], stage.organizations[COMMUNITY]
    walkers = [f"{COMMUNITY}/{number}" for number in (1, 2, 3)]
    stage.later(days.of(-120), office, lambda actor: _areas(actor, town, here))
    stage.later(days.of(-110), community, lambda actor: _grids(actor, stage, here))
    stage.later(days.of(-100), office, lambda actor: _units(actor, stage))
    stage.later(days.of(-30), office, lambda actor: _team(actor, here, [_post(stage, place) for place in walkers]))
    stage.later(days.of(-6), community, lambda actor: _found(actor, here))
    stage.later(days.of(-4), community, lambda actor: _analysed(actor))
    stage.later(days.of(-2), office, lambda actor: _verified(actor, here))


def _areas(actor: Actor, town: Organization, here: Organization) -> None:
    for kind, names in ground()["areas"].items():
        for name in names:
            areas.add_area(actor, town, kind=kind, name=name, answering=here if kind == "section" else None)


def _grids(actor: Actor, stage: Stage, here: Organization) -> None:
    for name, grid in ground()["grids"].items():
        branch = stage.organizations[f"{COMMUNITY}/{grid['branch']}"]
        head = _post(stage, f"{COMMUNITY}/{grid['branch']}")
        made = areas.add_area(actor, here, kind="grid", name=name, branch=branch, head_post=head)
        for building, households in grid["buildings"].items():
            areas.add_area(actor, here, kind="building", name=building, parent=made, households=households)


def _units(actor: Actor, stage: Stage) -> None:
    known = {area.name: area for area in Area.objects.all()}
    for number, (name, told) in enumerate(ground()["units"].items(), 1):
        place = stage.organizations[told["place"]]
        code = {"without_code": told["without_code"]} if "without_code" in told else {"credit_code": code_of(number)}
        details = {**code, "headcount": told["headcount"], "party_members": told.get("members")}
        unit = units.add_unit(actor, place, name=name, kind=told["kind"], address=told.get("address", ""), **details)
        units.locate_unit(actor, unit, areas=[known[area] for area in told.get("areas", [])])
        _cover(actor, stage, unit, told.get("covered"))


def _cover(actor: Actor, stage: Stage, unit: Unit, told: dict[str, Any] | None) -> None:
    if told is None:
        return
    by: dict[str, Any] = {"organization": stage.organizations.get(told.get("by", "?"))}
    if "instructor" in told:
        by = {"instructor": _post(stage, told["instructor"])}
    covering.cover(actor, unit, kind=told["kind"], since=today(), **by)


def _team(actor: Actor, here: Organization, posts: list[Post]) -> None:
    walked = list(Area.objects.filter(organization=here, kind="grid"))
    walking.set_up_team(actor, here, name="梧桐三人行", posts=posts, areas=walked, since=today())


def _found(actor: Actor, here: Organization) -> None:
    (team,) = Team.objects.filter(organization=here)
    for number, (name, told) in enumerate(ground()["sightings"].items(), 900):
        sightings.collect(actor, here, name=name, team=team, credit_code=code_of(number), **told)


def _analysed(actor: Actor) -> None:
    for sighting in Sighting.objects.order_by("pk")[:3]:
        sightings.analyse(actor, sighting, analysis="有少量党员，可以先派指导员，再联合建立。")


def _verified(actor: Actor, here: Organization) -> None:
    first, second = Sighting.objects.order_by("pk")[:2]
    sightings.register(actor, sightings.check(actor, first))
    sightings.reject(actor, second, reason="已经停业搬走。")
    walking.write_analysis(
        actor,
        here,
        monday=monday_of(today()),
        text="本周找到的多是沿街小店，党员不多，先由网格党支部兜底，按行业联合建立。",
    )


def _post(stage: Stage, place: str) -> Post:
    """The post of who answers for a place."""
    post: Post = Post.objects.get(pk=stage.head(place).post_id or 0)
    return post
