"""Who may enter which page: 200, 302 to the login, 403 without the right, 404 for a stranger, 405 for the wrong way."""

import pytest
from django.urls import get_resolver

pytestmark = pytest.mark.slow

OFFICE, ABOVE, OTHER = "office_town", "office_district", "office_other_town"

# route, the row it is about, part → status
GETS = [
    ("plans", "", {OFFICE: 200, "secretary": 200, "member": 200, "resident": 403, "auditor": 403}),
    ("new", "", {OFFICE: 200, "secretary": 403, "member": 403}),
    ("plan", "plan", {OFFICE: 200, ABOVE: 200, "secretary": 200, "member": 200, OTHER: 404, "handler": 404}),
    ("plan", "draft", {OFFICE: 200, ABOVE: 200, "secretary": 404, OTHER: 404}),
    ("review", "draft", {OFFICE: 200, ABOVE: 200, "secretary": 403, OTHER: 404}),
    ("review", "plan", {OFFICE: 302}),
    ("again", "draft", {OFFICE: 200, "secretary": 403, OTHER: 404}),
    ("plan_removal", "draft", {OFFICE: 200, "secretary": 403, OTHER: 404}),
    ("heading", "draft", {OFFICE: 200, "secretary": 403, OTHER: 404}),
    ("new_item", "chapter", {OFFICE: 200, "secretary": 403, OTHER: 404}),
    ("item", "item", {OFFICE: 200, "secretary": 403, OTHER: 404}),
    ("new_duty", "item", {OFFICE: 200, "secretary": 403, OTHER: 404}),
    ("duty", "duty", {OFFICE: 200, "secretary": 403, OTHER: 404}),
    ("split", "duty", {OFFICE: 200, "secretary": 403, OTHER: 404}),
    ("new_measure", "duty", {OFFICE: 200, "secretary": 403, OTHER: 404}),
    ("measure", "measure", {OFFICE: 200, "secretary": 403, OTHER: 404}),
    ("plan_word", "plan", {OFFICE: 200, ABOVE: 200, "secretary": 403, OTHER: 404}),
    ("plan_workbook", "plan", {OFFICE: 200, ABOVE: 200, "secretary": 403, OTHER: 404}),
    ("tasks_workbook", "", {OFFICE: 200, "secretary": 403}),
    ("tasks", "", {OFFICE: 200, "secretary": 200, "handler": 200, "member": 403}),
    ("task", "task", {OFFICE: 200, ABOVE: 200, "secretary": 200, "superior": 200, "neighbour": 404, OTHER: 404}),
    ("reports", "task", {"secretary": 200, OFFICE: 200, "neighbour": 404, "member": 403}),
    ("striking", "report", {"secretary": 200, OFFICE: 200, "neighbour": 404, "member": 403}),
    ("responsibility", "task", {"secretary": 200, "neighbour": 404, "member": 403}),
    ("passing", "open", {OFFICE: 200, "superior": 200, OTHER: 404, "handler": 403}),
    ("issue", "task", {OFFICE: 200, ABOVE: 200, "secretary": 403, OTHER: 404}),
    ("dispatch", "approved", {OFFICE: 200, ABOVE: 200, "secretary": 403, OTHER: 404}),
    ("duty_tasks", "approved", {OFFICE: 200, "secretary": 200, OTHER: 404, "member": 403}),
    ("progress", "", {OFFICE: 200, "secretary": 200, "member": 403}),
    ("progress_of", "community", {OFFICE: 200, "superior": 200, "secretary": 404, OTHER: 404}),
    ("responsibilities", "", {OFFICE: 200, "secretary": 200, "member": 403}),
    ("responsibilities_of", "town", {OFFICE: 200, "secretary": 200, OTHER: 404, "member": 403}),
    ("notices", "", {OFFICE: 200, "secretary": 200, "member": 403}),
    ("notice", "notice", {OFFICE: 200, "secretary": 200, "neighbour": 404, OTHER: 404}),
    ("sending_back", "notice", {OFFICE: 200, "secretary": 403, OTHER: 404}),
    ("bulletin", "", {OFFICE: 200, "secretary": 200, "member": 403}),
    ("clearances", "", {OFFICE: 200, "secretary": 200, "handler": 200, "member": 403}),
    ("ask", "", {OFFICE: 200, "handler": 200, "secretary": 403}),
    ("clearance", "asked", {ABOVE: 200, "handler": 200, OFFICE: 404, "secretary": 404}),
    ("clearance", "clearance", {ABOVE: 200, OFFICE: 200, "secretary": 200, OTHER: 404}),
    ("burden", "", {OFFICE: 200, "secretary": 200, "handler": 403}),
    ("community_burden", "community", {OFFICE: 200, "secretary": 200, OTHER: 404}),
    ("community_burden", "town", {OFFICE: 404}),
    ("self_check", "", {OFFICE: 200, "secretary": 200, "handler": 403}),
]

# route, the row, who may not: part → status
POSTS = [
    ("approval", "draft", {"secretary": 403, OTHER: 404}),
    ("revision", "plan", {"secretary": 403, OTHER: 404}),
    ("merge", "duty", {"secretary": 403, OTHER: 404}),
    ("drop", "duty", {"secretary": 403, OTHER: 404}),
    ("restore", "duty", {"secretary": 403, OTHER: 404}),
    ("measure_removal", "measure", {"secretary": 403, OTHER: 404}),
    ("withdrawal", "task", {"secretary": 403, OTHER: 404}),
    ("closing", "notice", {"secretary": 403, OTHER: 404}),
    ("clearance_withdrawal", "clearance", {"secretary": 403, OTHER: 404}),
]


def args(world, row):
    return [world.pk(row)] if row else []


@pytest.mark.parametrize(("route", "row", "seen"), GETS, ids=[f"{route}-{row}" for route, row, _ in GETS])
def test_a_page_opens_for_those_who_may_see_it(browser, world, route, row, seen):
    found = {part: browser(part).get(route, *args(world, row)).status_code for part in seen}
    assert found == seen


def test_a_visitor_is_led_to_the_login(browser, world):
    visitor = browser(None)
    answers = [visitor.get(route, *args(world, row)) for route, row, _ in GETS]
    assert {(answer.status_code, "login" in answer["Location"]) for answer in answers} == {(302, True)}


@pytest.mark.parametrize(("route", "row", "refused"), POSTS)
def test_a_button_works_for_those_who_may_press_it(browser, world, route, row, refused):
    found = {part: browser(part).post(route, *args(world, row)).status_code for part in refused}
    assert found == refused
    assert browser(OFFICE).get(route, *args(world, row)).status_code == 405


def test_a_page_that_only_shows_takes_nothing(browser, cast):
    shows = ("plans", "tasks", "burden", "clearances", "notices", "progress", "bulletin", "self_check")
    assert {browser(OFFICE).post(route).status_code for route in shows} == {405}


@pytest.mark.parametrize("number", [987654321, 10**25])
def test_what_does_not_exist_is_not_found(browser, cast, number):
    about = (
        "plan",
        "review",
        "task",
        "reports",
        "clearance",
        "notice",
        "duty",
        "duty_tasks",
        "dispatch",
        "progress_of",
    )
    assert {browser(OFFICE).get(route, number).status_code for route in about} == {404}


def test_every_route_of_the_room_is_tested():
    tested = {route for route, _, _ in (*GETS, *POSTS)}
    names = {name for name in get_resolver().namespace_dict["plans"][1].reverse_dict if isinstance(name, str)}
    assert names == tested
