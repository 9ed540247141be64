"""The medal for fifty years in the Party."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.domains.care.actions import confirm_medal, withdraw_medal
from jingwei.domains.care.models import Medal
from jingwei.domains.care.selectors.medals import candidates, candidates_at, medals, with_days
from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from jingwei.members.choices import Standing
from jingwei.members.models import Fact
from tests.domains.care.conftest import DAY, done, old_member


def suspended(member, since, until, known_until=None):
    """The membership was suspended for a time, as we believe it, or once believed."""
    when = datetime(2020, 1, 1, tzinfo=UTC)
    with writing(reason="test"):
        Fact(
            member=member, path=member.path, kind="standing", value=Standing.SUSPENDED, since=since, until=until,
            known_from=when, known_until=known_until,
        ).save()  # fmt: skip


def found_by(actor, year=2026) -> list[str]:
    with reaching(actor.reach()):
        return [member.name for member in candidates(year)]


@pytest.mark.parametrize(
    ("full_on", "found"), [(date(1976, 6, 30), True), (date(1976, 7, 1), True), (date(1976, 7, 2), False)]
)
def test_the_years_must_be_full_by_the_first_of_july(tree, office_town, full_on, found):
    old_member(tree.branch, full_on)
    assert found_by(office_town) == ["老党员"] * found
    assert found_by(office_town, 2027) == ["老党员"]


@pytest.mark.parametrize(
    ("standing", "found"),
    [("normal", True), ("floating", True), ("suspended", False), ("on_probation", False), ("lost", False)],
)
def test_only_who_stands_well_gets_it(tree, office_town, standing, found):
    old_member(tree.branch, standing=standing)
    assert found_by(office_town) == ["老党员"] * found


def test_who_has_died_is_no_candidate(tree, office_town):
    old_member(tree.branch, standing="deceased", left_on=date(2026, 1, 1))
    assert found_by(office_town) == []


def test_suspended_time_does_not_count(tree, office_town):
    member = old_member(tree.branch, date(1976, 6, 21))
    suspended(member, date(1990, 1, 1), date(1990, 1, 11))
    assert found_by(office_town) == ["老党员"]
    suspended(member, date(1991, 1, 1), date(1991, 1, 2))
    assert found_by(office_town) == []


def test_what_we_no_longer_believe_counts_for_nothing(tree, office_town):
    member = old_member(tree.branch)
    suspended(member, date(1990, 1, 1), date(1991, 1, 1), known_until=datetime(2024, 1, 1, tzinfo=UTC))
    assert found_by(office_town) == ["老党员"]


def test_the_office_confirms_and_then_nobody_waits(tree, office_town):
    member = old_member(tree.branch, date(1970, 7, 1))
    medal = done(office_town, confirm_medal, member, year=2026)
    assert (medal.as_of, medal.full_years_on, medal.confirmed_on) == (date(2026, 7, 1), date(2020, 7, 1), DAY)
    assert found_by(office_town) == []
    with pytest.raises(Refused, match="已经确认过"):
        done(office_town, confirm_medal, member, year=2026)
    done(office_town, withdraw_medal, medal)
    assert found_by(office_town) == ["老党员"]


def test_who_has_not_the_years_is_not_confirmed(tree, office_town):
    member = old_member(tree.branch, date(1976, 7, 2))
    with pytest.raises(Refused, match="没有满50年") as refused:
        done(office_town, confirm_medal, member, year=2026)
    assert refused.value.basis == "fifty-years-medal-measures-2021, （条号未核）"


@pytest.mark.parametrize("part", ["secretary", "committee_member", "superior", "office_other_town"])
def test_a_branch_does_not_confirm(tree, actor_for, part):
    member = old_member(tree.branch)
    with pytest.raises(PermissionDenied):
        done(actor_for(part), confirm_medal, member, year=2026)


def test_nobody_sees_the_candidates_and_medals_of_others(tree, office_town, office_other_town):
    done(office_town, confirm_medal, old_member(tree.branch, name="甲"), year=2026)
    old_member(tree.branch, name="乙")
    assert Medal._base_manager.count() == 1  # there is something to leak
    assert found_by(office_other_town) == []
    with reaching(office_other_town.reach()):
        assert list(medals()) == []


@pytest.mark.parametrize("number", [1, 3])
def test_more_candidates_take_no_more_queries(tree, office_town, number, django_assert_num_queries):
    for n in range(number):
        suspended(old_member(tree.branch, date(1970, 7, 1), f"党员{n}"), date(1990, 1, 1), date(1990, 2, 1))
    with reaching(office_town.reach()), django_assert_num_queries(4):
        assert len(with_days(list(candidates_at(tree.town, 2026)), 2026)) == number
