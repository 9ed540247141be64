"""What the check finds in the registers, for whom, and at what cost."""

from datetime import UTC, date, datetime

import pytest

from jingwei.domains.health.selectors import examining
from jingwei.domains.health.selectors.examining import examined, finding_of, page_of
from jingwei.domains.health.selectors.facts import facts_below
from jingwei.foundation.actions import writing
from jingwei.foundation.clock import as_if
from jingwei.foundation.scope import paths
from jingwei.foundation.scope.reach import reaching
from jingwei.members.choices import Standing
from jingwei.organizations.actions.reorganising import rename
from jingwei.organizations.choices import Level, PartyType, UnitKind
from jingwei.organizations.models import Organization, Unit
from jingwei.regulations.models import LocalValue
from tests.cast import BEGINNING
from tests.domains.health.conftest import DAY, done, elected, found_by, in_order
from tests.members.people import registered


def facts_of(actor, organization, *, on=DAY):
    """The facts of one organization as the actor knows them."""
    with reaching(actor.reach()):
        return next(facts for one, facts in facts_below(organization, on=on) if one.pk == organization.pk)


def changed(organization, **columns) -> Organization:
    """The organization with other columns."""
    with writing(reason="test"):
        for name, value in columns.items():
            setattr(organization, name, value)
        organization.save()
    return organization


def branches_below(community, number: int) -> list[Organization]:
    rows = [
        Organization(
            path=community.path + paths.segment(10 + n),
            name=f"新设第{n}支部",
            short_name=f"新设第{n}支部",
            level=Level.BRANCH,
            party_type=PartyType.BRANCH,
            established_on=BEGINNING,
        )
        for n in range(number)
    ]
    with writing(reason="test"):
        return list(Organization.objects.bulk_create(rows))


def test_a_town_in_order_lacks_its_secretaries_only(town_in_order, office_town):
    kinds = {kind for _, kind in found_by(office_town, town_in_order.town)}
    assert kinds == {"no_secretary"}


def test_a_secretary_in_the_post_is_no_longer_missing(town_in_order, office_town, secretary):
    assert ("云桥东社区第一支部", "no_secretary") not in found_by(office_town, town_in_order.town)
    assert ("云桥东社区第二支部", "no_secretary") in found_by(office_town, town_in_order.town)


def test_a_branch_without_members_is_empty_and_not_dormant_too(tree, office_town):
    elected(tree.branch)
    assert [kind for name, kind in found_by(office_town, tree.branch)] == ["empty"]


def test_only_full_members_who_are_here_count(tree, secretary, office_town):
    elected(tree.branch)
    registered(tree.branch, "陶一", "陶二")
    registered(tree.branch, "陶三", full_on=None)
    registered(tree.branch, "陶四", standing=Standing.DECEASED, left_on=date(2026, 1, 1))
    facts = facts_of(office_town, tree.branch)
    assert (facts.members, facts.full_members) == (3, 2)
    assert [kind for _, kind in found_by(office_town, tree.branch)] == ["too_small"]


@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        (date(2026, 10, 31), []),
        (date(2026, 11, 1), ["term_soon"]),
        (date(2027, 5, 1), ["term_soon"]),
        (date(2027, 5, 2), ["term_over"]),
    ],
)
def test_a_term_is_told_before_on_and_after_its_days(tree, secretary, office_town, day, kinds):
    registered(tree.branch, "陶一", "陶二", "陶三")
    elected(tree.branch, since=date(2022, 5, 1))
    assert [kind for _, kind in found_by(office_town, tree.branch, on=day)] == kinds


def test_the_length_of_a_term_follows_the_superior(tree, secretary, office_town):
    registered(tree.branch, "陶一", "陶二", "陶三")
    elected(tree.branch, years=3)
    assert found_by(office_town, tree.branch, on=date(2025, 1, 1)) == [("云桥东社区第一支部", "term_length")]


def test_a_joint_branch_of_six_units_has_many(tree, secretary, office_town):
    in_order(tree.branch)
    changed(tree.branch, party_type=PartyType.JOINT_BRANCH)
    with writing(reason="test"):
        for n in range(6):
            unit = Unit(organization=tree.community, name=f"单位{n}", kind=UnitKind.PRIVATE_FIRM)
            unit.party_organization = tree.branch
            unit.save()
    assert found_by(office_town, tree.branch) == [("云桥东社区第一支部", "joint_units")]


def test_members_of_a_temporary_branch_are_told_and_nothing_else(tree, office_town):
    changed(tree.branch, party_type=PartyType.TEMPORARY_BRANCH)
    registered(tree.branch, "陶一")
    assert found_by(office_town, tree.branch) == [("云桥东社区第一支部", "temporary")]


def test_nobody_is_dormant_before_the_record_is_old_enough(town_in_order, office_town):
    assert facts_of(office_town, town_in_order.branch).dormant_months is None


@pytest.mark.parametrize(
    ("day", "dormant"), [(date(2026, 8, 31), False), (date(2026, 9, 1), True), (date(2026, 9, 2), True)]
)
def test_a_branch_is_dormant_once_nothing_was_recorded_for_six_months(town_in_order, office_town, day, dormant):
    branch = town_in_order.branch
    with as_if(datetime(2026, 2, 1, tzinfo=UTC)):
        decided = {"on": date(2026, 3, 1), "basis": "文件"}
        done(office_town, rename, branch, name="云桥梧桐支部", short_name="梧桐", **decided)
    kinds = [kind for name, kind in found_by(office_town, town_in_order.town, on=day) if name == "梧桐"]
    assert ("dormant" in kinds) is dormant


def test_an_area_sets_after_how_many_months_one_asks(town_in_order, office_town):
    with as_if(datetime(2025, 1, 1, tzinfo=UTC)):
        decided = {"on": date(2025, 1, 1), "basis": "文件"}
        done(office_town, rename, town_in_order.branch, name="梧桐", short_name="梧桐", **decided)
    with writing(reason="test"):
        LocalValue(
            path=town_in_order.town.path, key="health.dormant_months", value="12", since=DAY, basis="通知"
        ).save()
    assert facts_of(office_town, town_in_order.branch).dormant_months == 12


def test_too_much_to_examine_at_once_is_looked_at_part_by_part(tree, office_town, monkeypatch):
    monkeypatch.setattr(examining, "MANY", 3)
    with reaching(office_town.reach()):
        facts = examining.health_facts(tree.town, office_town, kind="", after="", on=DAY)
    assert (facts["found"], [one.pk for one in facts["parts"]]) == ([], [tree.community.pk, tree.other_community.pk])


def test_what_has_been_revoked_is_not_examined(tree, office_town):
    changed(tree.branch, revoked_on=date(2026, 1, 1))
    assert [name for name, _ in found_by(office_town, tree.town) if name == "云桥东社区第一支部"] == []


def test_nobody_sees_what_is_amiss_next_door(tree, office_town, office_other_town):
    assert len(found_by(office_other_town, tree.other_town)) > 0
    assert found_by(office_town, tree.other_town) == []


def test_one_kind_at_one_organization_is_looked_up(tree, office_town):
    with reaching(office_town.reach()):
        assert finding_of(tree.branch, "empty", on=DAY).kind == "empty"
        assert finding_of(tree.community, "empty", on=DAY) is None


@pytest.mark.parametrize("number", [1, 3])
def test_the_check_costs_the_same_however_many_branches_there_are(tree, office_town, number, django_assert_num_queries):
    for branch in branches_below(tree.community, number):
        registered(branch, "陶一")
    with reaching(office_town.reach()), django_assert_num_queries(10):
        assert len(examined(tree.town, on=DAY)) > number


def test_a_page_begins_after_the_last_row_of_the_one_before(tree, office_town):
    branches_below(tree.community, 60)
    with reaching(office_town.reach()):
        found = examined(tree.town, on=DAY)
    first, key = page_of(found, "")
    second, end = page_of(found, key)
    assert [one.key for one in [*first, *second]] == [one.key for one in found][: len(first) + len(second)]
    assert (len(first), first[-1].key) == (50, key)
    assert page_of(found, found[-1].key) == ([], "")
    assert (end == "") == (len(found) <= 100)
