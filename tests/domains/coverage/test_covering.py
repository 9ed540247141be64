"""Who covers a unit, from when to when."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from jingwei.domains.coverage.actions.covering import cover, end_coverage
from jingwei.domains.coverage.models import Coverage
from jingwei.domains.coverage.selectors.units import standings, too_many
from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from jingwei.organizations.actions.reorganising import merge, revoke
from tests.domains.coverage.conftest import DAY, area_of, done, unit_of
from tests.organizations.conftest import APPROVED


def test_a_unit_is_covered_by_a_branch(tree, superior):
    unit = unit_of(tree.community)
    coverage = done(superior, cover, unit, kind="joint", organization=tree.branch, since=DAY)
    assert str(coverage) == "联合建立：云桥东社区第一支部"


def test_a_unit_has_one_covering_organization_and_may_have_an_instructor_too(tree, superior, secretary):
    unit, post = unit_of(tree.community), secretary.user.posts.get()
    done(superior, cover, unit, kind="joint", organization=tree.branch, since=DAY)
    with pytest.raises(Refused, match="现在是"):
        done(superior, cover, unit, kind="attached", organization=tree.other_branch, since=DAY)
    done(superior, cover, unit, kind="instructor", instructor=post, since=DAY)
    assert Coverage._base_manager.count() == 2


def test_the_database_knows_no_second_covering_organization(tree, superior):
    unit = unit_of(tree.community)
    done(superior, cover, unit, kind="joint", organization=tree.branch, since=DAY)
    with writing(reason="test"), pytest.raises(IntegrityError), transaction.atomic():
        Coverage(unit=unit, kind="single", organization=tree.other_branch, since=DAY).save()


@pytest.mark.parametrize("kind", ["single", "instructor"])
def test_somebody_covers(tree, superior, kind):
    with pytest.raises(Refused, match="没有写由谁覆盖"):
        done(superior, cover, unit_of(tree.community), kind=kind, since=DAY)


@pytest.mark.parametrize(("days", "allowed"), [(-1, True), (0, True), (1, False)])
def test_coverage_does_not_begin_in_the_future(tree, superior, days, allowed):
    told = {"kind": "single", "organization": tree.branch, "since": DAY + timedelta(days=days)}
    if allowed:
        assert done(superior, cover, unit_of(tree.community), **told).since == told["since"]
        return
    with pytest.raises(Refused, match="不能晚于今天"):
        done(superior, cover, unit_of(tree.community), **told)


@pytest.mark.parametrize("part", ["secretary", "committee_member", "handler", "office_other_town"])
def test_who_may_not_covers_nothing(tree, actor_for, part):
    with pytest.raises(PermissionDenied):
        done(actor_for(part), cover, unit_of(tree.community), kind="single", organization=tree.branch, since=DAY)


def test_coverage_ends_once_and_not_before_it_began(tree, superior):
    coverage = done(superior, cover, unit_of(tree.community), kind="single", organization=tree.branch, since=DAY)
    with pytest.raises(Refused, match="不能早于开始日期"):
        done(superior, end_coverage, coverage, until=DAY - timedelta(days=1))
    done(superior, end_coverage, coverage, until=DAY)
    with pytest.raises(Refused, match="已经结束"):
        done(superior, end_coverage, coverage, until=DAY)


def standing_of(actor, unit, on=DAY):
    with reaching(actor.reach()):
        return standings([unit], on=on)[0]


def test_a_unit_that_nobody_covers_has_an_owner_of_last_resort(tree, superior):
    unit = unit_of(tree.community)
    assert standing_of(superior, unit).answering == tree.community
    area_of(tree.community, "grid", "第一网格", unit, head_name="何一人", branch=tree.branch)
    assert standing_of(superior, unit).answering == tree.branch
    area_of(tree.community, "block", "东街", unit, answering=tree.other_branch)
    assert standing_of(superior, unit).answering == tree.other_branch
    assert standing_of(superior, unit).words == "没有覆盖，由云桥东社区第二支部兜底"


def test_a_covered_unit_needs_none(tree, superior):
    unit = unit_of(tree.community)
    done(superior, cover, unit, kind="single", organization=tree.branch, since=DAY)
    assert standing_of(superior, unit).answering is None
    assert standing_of(superior, unit, on=DAY - timedelta(days=1)).answering == tree.community


def test_a_joint_branch_of_more_than_five_units_is_warned_of(tree, superior):
    units = [unit_of(tree.community, f"店{number}") for number in range(6)]
    for unit in units[:5]:
        done(superior, cover, unit, kind="joint", organization=tree.branch, since=DAY)
    with reaching(superior.reach()):
        assert too_many(standings(units[:1], on=DAY)[0], on=DAY) == ""
    done(superior, cover, units[5], kind="joint", organization=tree.branch, since=DAY)
    with reaching(superior.reach()):
        assert "6 个单位" in too_many(standings(units[:1], on=DAY)[0], on=DAY)


def test_what_a_branch_covers_goes_along_when_it_merges(tree, superior, office_town):
    coverage = done(superior, cover, unit_of(tree.community), kind="single", organization=tree.branch, since=DAY)
    done(office_town, merge, tree.branch, into=tree.other_branch, **APPROVED)
    coverage.refresh_from_db()
    assert coverage.organization == tree.other_branch


def test_a_branch_that_covers_units_is_not_revoked(tree, superior, office_town):
    done(superior, cover, unit_of(tree.community), kind="single", organization=tree.branch, since=DAY)
    with pytest.raises(Refused, match="1 个由它覆盖的单位"):
        done(office_town, revoke, tree.branch, **APPROVED)


def test_two_units_that_turn_out_to_be_one_keep_one_open_coverage(tree, office_town):
    for community, branch in ((tree.community, tree.branch), (tree.other_community, tree.other_branch)):
        unit = unit_of(community)
        done(office_town, cover, unit, kind="joint", organization=branch, since=date(2026, 1, 5))
    done(office_town, merge, tree.community, into=tree.other_community, **APPROVED)
    assert sorted((one.until is None) for one in Coverage._base_manager.all()) == [False, True]
    assert Coverage._base_manager.values("unit").distinct().count() == 1
