"""The locality is one lifelike tree."""

from collections import Counter

from jingwei.demo.logins import logins
from jingwei.demo.places import few_places, places, resident_units
from jingwei.foundation.access.grants import roles

BRANCHES = ("branch", "joint_branch", "temporary_branch", "retired_branch")


def test_there_are_about_110_branches() -> None:
    assert 105 <= sum(place.kind in BRANCHES for place in places()) <= 115


def test_one_city_has_two_districts_with_streets_and_towns() -> None:
    levels = Counter(place.level for place in places())
    assert (levels["city"], levels["district"], levels["street"], levels["town"]) == (1, 2, 6, 4)
    assert 42 <= levels["community"] + levels["village"] <= 50


def test_parents_come_before_children() -> None:
    for tree in (places(), few_places()):
        seen: set[str | None] = {None}
        for place in tree:
            assert place.parent in seen
            seen.add(place.key)


def test_keys_and_names_are_unique() -> None:
    for name in ("key", "name", "short"):
        assert max(Counter(getattr(place, name) for place in places()).values()) == 1, name


def test_a_branch_has_at_most_50_members() -> None:
    assert max(place.size for place in places()) <= 50  # 支部工作条例第四条


def test_only_branches_have_members_of_their_own() -> None:
    assert {place.kind for place in places() if place.size} == set(BRANCHES)


def test_a_body_of_100_members_is_a_committee() -> None:
    by_key = {place.key: place for place in places()}
    assert by_key["wangjiang/yunqiao/wutong"].kind == "committee"
    assert by_key["wangjiang/yunqiao/guihua"].kind == "general_branch"
    assert by_key["wangjiang/yunqiao/yunjin"].kind == "branch"


def test_resident_units_lie_in_places_that_exist() -> None:
    keys = {place.key for place in places()}
    assert {unit.resident_of for unit in resident_units()} <= keys
    assert {unit.organization for unit in resident_units() if unit.organization} <= keys


def test_few_places_keep_the_seats_of_all_logins() -> None:
    keys = {place.key for place in few_places()}
    assert {seat.place for login in logins() for seat in login.seats} <= keys
    assert {login.member_of for login in logins() if login.member_of} <= keys


def test_every_role_has_a_login() -> None:
    assert {seat.role for login in logins() for seat in login.seats} == set(roles())


def test_one_login_holds_two_posts() -> None:
    assert [login.username for login in logins() if len(login.seats) == 2] == ["xujianhua"]
