"""Members: how they are made up, what happens with them."""

from datetime import date, timedelta

import pytest

from jingwei.foundation.clock import today
from jingwei.foundation.scope.reach import everywhere
from jingwei.kernels.figures.declaring import ratios
from jingwei.kernels.figures.selectors.reading import read
from jingwei.members.models import Award
from jingwei.organizations.rules import months_later
from tests.figures import by_month, changed, counted, divided, on_the_day, saved, this_month
from tests.kernels.figures.people import person

MEMBERS = "members.members"


@pytest.mark.parametrize(
    ("column", "value", "cut", "group"),
    [
        ("gender", "1", "gender", "1"),
        ("ethnic", "01", "ethnic", "han"),
        ("ethnic", "56", "ethnic", "minority"),
        ("education", "11", "education", "1"),
        ("education", "21", "education", "2"),
        ("occupation", "80", "occupation", "80"),
        ("joined_on", date(1949, 9, 30), "joined", "1949"),
        ("joined_on", date(1949, 10, 1), "joined", "1978"),
        ("joined_on", date(1978, 12, 17), "joined", "1978"),
        ("joined_on", date(1978, 12, 18), "joined", "2012"),
        ("joined_on", date(2012, 11, 7), "joined", "2012"),
        ("joined_on", date(2012, 11, 8), "joined", "now"),
        ("full_on", None, "full", "probationary"),
        ("full_on", date(2020, 1, 1), "full", "full"),
        ("standing", "abroad", "standing", "abroad"),
    ],
)
def test_a_member_is_in_the_group_of_a_column(tree, column, value, cut, group):
    born = {"born_on": date(1930, 1, 1)} if column == "joined_on" else {}
    full = {"full_on": None} if column == "joined_on" else {}
    person(tree.branch, "甲", **{**born, **full, column: value})
    assert divided(tree.city, MEMBERS, cut) == {group: 1}


@pytest.mark.parametrize(
    ("age", "group"), [(18, "30"), (30, "30"), (31, "35"), (35, "35"), (60, "60"), (70, "70"), (71, "71+"), (99, "71+")]
)
def test_a_member_is_as_old_as_on_the_last_day_of_the_year(tree, age, group):
    year = today().year - age
    person(tree.branch, "甲", born_on=date(year, 1, 1), joined_on=date(year + 18, 1, 2), full_on=None)
    person(tree.branch, "乙", born_on=date(year, 12, 31), joined_on=date(year + 18, 12, 31), full_on=None)
    assert divided(tree.city, MEMBERS, "age") == {group: 2}


def test_with_the_year_all_grow_older(tree):
    year = today().year
    person(tree.branch, "甲", born_on=date(year - 30, 6, 1))
    assert divided(tree.city, MEMBERS, "age") == {"30": 1}
    on_the_day(date(year, 12, 31))
    assert divided(tree.city, MEMBERS, "age") == {"30": 1}
    on_the_day(date(year + 1, 1, 1))
    assert divided(tree.city, MEMBERS, "age") == {"35": 1}


def test_who_has_left_counts_in_the_month_and_no_more_as_a_member(tree):
    one = person(tree.branch, "甲")
    person(tree.branch, "乙")
    left = today() - timedelta(days=1)
    changed(one, left_on=left, standing="deceased")
    assert counted(tree.city, MEMBERS) == 1
    assert by_month(tree.city, "members.left") == {f"{left:%Y-%m}": 1}
    assert divided(tree.city, "members.left", "standing") == {"deceased": 1}


def test_who_joined_and_who_became_full_count_in_their_months(tree):
    year = today().year
    person(tree.branch, "甲", joined_on=date(year - 1, 3, 31), full_on=None, gender="1")
    person(tree.branch, "乙", joined_on=date(year - 2, 1, 1), full_on=date(year - 1, 1, 1))
    person(tree.branch, "丙", joined_on=date(year - 3, 12, 31), full_on=date(year - 2, 12, 31))
    assert by_month(tree.town, "members.joined") == {f"{year - 1}-03": 1, f"{year - 2}-01": 1}
    assert by_month(tree.town, "members.converted") == {f"{year - 1}-01": 1, f"{year - 2}-12": 1}
    assert divided(tree.town, "members.joined", "gender") == {"1": 1, "2": 1}


def test_a_probation_is_over_on_the_day_on_which_the_year_is_full(tree):
    joined = months_later(today(), -11)
    full = months_later(joined, 12)
    person(tree.branch, "甲", joined_on=joined, full_on=None)
    on_the_day(full - timedelta(days=1), "members.probation_over", "members.probationary")
    assert counted(tree.city, "members.probation_over") == 0
    on_the_day(full, "members.probation_over", "members.probationary")
    assert counted(tree.city, "members.probation_over") == 1
    assert divided(tree.city, "members.probationary", "probation") == {"over": 1}


def test_a_probation_that_ends_this_month_is_told(tree):
    first = today().replace(day=1)
    person(tree.branch, "甲", joined_on=months_later(first, -12) + timedelta(days=20), full_on=None)
    on_the_day(first - timedelta(days=1), "members.probationary")
    assert divided(tree.city, "members.probationary", "probation") == {"running": 1}
    on_the_day(first, "members.probationary")
    assert divided(tree.city, "members.probationary", "probation") == {"month": 1}


def test_who_has_a_number_is_identified(tree):
    one = person(tree.branch, "甲")
    assert counted(tree.city, "members.identified") == 0
    changed(one, id_number="990101197108090023")
    assert counted(tree.city, "members.identified") == 1


def test_an_honour_is_where_its_member_is(tree):
    one = person(tree.branch, "甲")
    month = this_month()
    saved(Award(path=tree.branch.path, member=one, title="优秀党员", awarded_on=today(), awarded_by="镇党委"))
    assert counted(tree.branch, "members.awards", months=[month]) == 1
    changed(one, organization=tree.other_branch)
    assert counted(tree.branch, "members.awards") == 0
    assert counted(tree.other_branch, "members.awards") == counted(tree.community, "members.awards") == 1


def test_shares_are_of_all_members(tree):
    person(tree.branch, "甲", gender="1", ethnic="11")
    person(tree.branch, "乙", education="31")
    person(tree.other_branch, "丙", education="61", full_on=None)
    assert counted(tree.city, MEMBERS) == 3
    expected = {
        "members.women_share": (2, 3),
        "members.minority_share": (1, 3),
        "members.college_share": (2, 3),
        "members.probationary_share": (1, 3),
        "members.per_branch": (3, 8),
    }
    with everywhere(reason="test"):
        for key, parts in expected.items():
            share = read(tree.city, ratios()[key].wanted).ratio(ratios()[key])
            assert (share.top, share.bottom) == parts, key
