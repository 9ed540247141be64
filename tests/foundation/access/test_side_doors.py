"""Rows that leave by an export, a print or an attachment are the rows of the page, and no more."""

from datetime import date
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver, reverse

from jingwei.foundation.access.matrix import entrances
from jingwei.foundation.access.side_doors import side_doors
from jingwei.foundation.actions import action, writing
from jingwei.foundation.evidence.actions import attach
from jingwei.foundation.scope.reach import reaching
from jingwei.kernels.figures.actions.folding import fold_all
from jingwei.kernels.plans.models import Chapter, Duty, Item, Plan, Task
from jingwei.members.models import Member
from jingwei.members.selectors import members
from jingwei.organizations.models import Organization
from tests.cast import client_of
from tests.foundation.access.doors import doors_of_rooms, standing_of_rooms
from tests.foundation.access.doors.health import make_member

DAY = date(2026, 3, 1)


@action("record.see", title="看一看")
def look(actor, organization, /):
    return organization


def make_act(actors, organization: Organization) -> None:
    look(actors("auditor"), organization)


def make_plan(actors, organization: Organization) -> Duty:
    title = f"{organization.name}的要点"
    plan = Plan(organization=organization, title=title, year=2026, text=title)
    plan.save()
    chapter = Chapter(plan=plan, position=1, title="一章", start=0, end=1)
    chapter.save()
    item = Item(chapter=chapter, position=1, title="一条", start=0, end=1)
    item.save()
    duty = Duty(item=item, position=1, text="职责", start=0, end=1)
    duty.save()
    return duty


def make_task(actors, organization: Organization) -> None:
    Task(
        duty=make_plan(actors, organization),
        organization=organization,
        issuer=organization,
        title=f"{organization.name}的任务",
        start_on=DAY,
        due_on=DAY,
        next_due_on=DAY,
        given_on=DAY,
    ).save()


def make_attachment(actors, organization: Organization) -> None:
    upload = SimpleUploadedFile(f"{organization.name}.txt", organization.name.encode())
    attach(actors("office_city"), organization, upload=upload)


# How each door comes by a row at a place, and who is to open it.
DOORS = {
    "record:export": (make_act, "auditor"),
    "plans:tasks_workbook": (make_task, "office_town"),
    "plans:plan_workbook": (make_plan, "office_town"),
    "plans:plan_word": (make_plan, "office_town"),
    "evidence:attachment": (make_attachment, "office_town"),
    **doors_of_rooms(),
}


STANDING = standing_of_rooms()


def opened(client, route: str, *arguments: Any) -> tuple[int, str]:
    """The status of the answer and its words: plain, or the XML inside a document or workbook."""
    answer = client.get(reverse(route, args=arguments))
    content = answer.getvalue() if answer.streaming else answer.content
    return answer.status_code, words_of(content)


def words_of(content: bytes) -> str:
    try:
        with ZipFile(BytesIO(content)) as archive:
            return "".join(archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())
    except BadZipFile:
        return content.decode("utf-8-sig")


def takes_a_key(route: str) -> bool:
    return route not in STANDING and any(
        "<" in one.address for one in entrances(get_resolver().url_patterns) if one.name == route
    )


@pytest.fixture(autouse=True)
def _routes_are_loaded():
    """Doors declare themselves where the routes are read."""
    return get_resolver().url_patterns


@pytest.fixture
def places(tree) -> list[Organization]:
    """Two places below the town, one beside it."""
    return [tree.community, tree.town, tree.other_town]


def test_every_side_door_is_opened_here():
    assert set(side_doors()) == set(DOORS)


@pytest.mark.parametrize("route", DOORS)
def test_every_side_door_gives_out_the_rows_of_its_selector(route, actor_for, places, tree):
    make, part = DOORS[route]
    with writing(reason="test"):
        for place in places:
            make(actor_for, place)
    actor, door = actor_for(part), side_doors()[route]
    everything = list(door.rows().model._base_manager.all())
    with reaching(actor.reach()):
        seen = list(door.rows())
    assert len(everything) == 3
    assert len(seen) == (3 if part == "auditor" else 2)
    client = client_of(actor)
    if takes_a_key(route):
        answers = {row.pk: opened(client, route, row.pk)[0] for row in everything}
        assert answers == {row.pk: 200 if row in seen else 404 for row in everything}
    else:
        _, told = opened(client, route, *STANDING.get(route, lambda _: [])(tree))
        assert {row.pk for row in everything if door.shows(row) in told} == {row.pk for row in seen}


@pytest.mark.parametrize("route", DOORS)
def test_a_side_door_is_open_to_whom_the_matrix_lets_in_only(route, actor_for, tree):

    (entrance,) = [one for one in entrances(get_resolver().url_patterns) if one.name == route]
    arguments = [1] if takes_a_key(route) else STANDING.get(route, lambda _: [])(tree)
    for part in ("secretary", "member", "auditor", "office_town"):
        actor = actor_for(part)
        allowed = entrance.need.met_by(actor, signed_in=True)
        if allowed and route in STANDING and part == "secretary":
            continue  # the place stands above: tested in the room
        assert (opened(client_of(actor), route, *arguments)[0] != 403) is allowed


@pytest.mark.parametrize(("part", "seen"), [("secretary", 0), ("superior", 1), ("office_town", 2), ("office_city", 3)])
def test_the_interface_for_programs_counts_the_rows_of_the_selector(part, seen, actor_for, places):
    """Numbers are a way out too: what is counted for somebody is what that person may list."""
    for place in places:
        make_member(actor_for, place)
    fold_all()
    assert Member._base_manager.count() == 3
    actor = actor_for(part)
    with reaching(actor.reach()):
        assert members().count() == seen
    answer = client_of(actor).get(reverse("dashboards:api:figure", args=["members.members"]))
    assert [row["amount"] for row in answer.json()["rows"]] == [seen]
