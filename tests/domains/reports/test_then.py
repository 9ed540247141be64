"""The numbers of a report as they were known when it was written, and as that day is known now."""

from datetime import date, timedelta

import pytest

from jingwei.domains.reports.selectors.then import then_and_now
from jingwei.foundation.clock import as_if
from jingwei.foundation.scope.reach import reaching
from jingwei.kernels.figures.actions.folding import fold_all
from jingwei.kernels.figures.actions.rebuilding import rebuild
from jingwei.members.actions import enrol
from jingwei.organizations.actions.reorganising import revoke
from tests.cast import client_of
from tests.members.people import COLUMNS

from .conftest import DAY, drafted

OCTOBER = date(2026, 10, 20)


@pytest.fixture
def counted(people):
    """Counted for the first time, as of every day before."""
    rebuild()


@pytest.fixture
def report(counted, office_district, secretary, tree):
    """Two weeks after the draft it is told: a branch was gone before it, and a member had come."""
    made = drafted(office_district, tree.community)
    with as_if(DAY + timedelta(days=14)):
        with reaching(office_district.reach()):
            enrol(secretary, tree.branch, name="甲四", since=date(2026, 10, 9), basis="介绍信", **COLUMNS)
        fold_all()
    return made


def told(actor, report, day=OCTOBER):
    with reaching(actor.reach()):
        return {one.about: (one.words, one.then, one.now, one.differs) for one in then_and_now(report, day)}


def test_each_number_is_told_by_both(report, office_district):
    with as_if(DAY + timedelta(days=15)):
        found = told(office_district, report)
    assert found["党员"] == ("6名", "6名", "7名", True)
    assert found["党支部"] == ("2个", "2个", "2个", False)
    assert found["党员，女性"] == ("3名", "3名", "4名", True)
    assert found["女党员占比"] == ("50%", "50%", "57.1%", True)
    assert found["发展党员，2026年10月"][1:] == ("1名", "—", False)  # nothing is kept of days that have passed
    assert list(found)[:2] == ["党员", "党员，女性"]


@pytest.mark.parametrize(("day", "then", "now"), [(19, "6名", "7名"), (8, "6名", "6名")])
def test_another_day_can_be_asked_for(report, office_district, day, then, now):
    with as_if(DAY + timedelta(days=15)):
        assert told(office_district, report, date(2026, 10, day))["党员"][1:3] == (then, now)


def test_a_branch_revoked_late_is_told(report, office_district, tree):
    with as_if(DAY + timedelta(days=14)), reaching(office_district.reach()):
        revoke(office_district, tree.at(1, 1, 1, 2, 1), on=date(2026, 10, 1), basis="批复")
    made = drafted(office_district, tree.other_community)
    with as_if(DAY + timedelta(days=14)):
        fold_all()
        assert told(office_district, made)["党支部"] == ("2个", "2个", "1个", True)


def test_the_page_shows_them_and_leads_to_the_rows(report, office_district, office_other_town):
    with as_if(DAY + timedelta(days=15)):
        answer = client_of(office_district).get(f"/reports/{report.pk}/then/")
        text = " ".join(answer.content.decode().split())
        assert (answer.status_code, "不一致" in text) == (200, True)
        address = f"/figures/{report.organization_id}/members.members/differences/?day=2026-10-20"
        assert f'href="{address}"' in text
        assert client_of(office_district).get(address).status_code == 200
        assert client_of(office_district).get(f"/reports/{report.pk}/then/?day=2027-01-01").status_code == 422
        assert client_of(office_other_town).get(f"/reports/{report.pk}/then/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_a_figure_is_counted_once_however_often_it_stands_there(
    report, office_district, tree, django_assert_num_queries, number
):
    made = drafted(
        office_district, tree.community, text="【单位】月报\n说明：给谁看。\n" + "共有党支部【党支部】。\n" * number
    )
    with as_if(DAY + timedelta(days=15)), reaching(office_district.reach()), django_assert_num_queries(5):
        assert [one.then for one in then_and_now(made, OCTOBER)] == ["2个"]
