"""The table of those below: in the order of the tree, with the own past, and the sum that agrees or does not."""

from datetime import date

import pytest

from jingwei.domains.dashboards.rules.sums import Agreement
from jingwei.domains.dashboards.selectors.children import below_of, children_of, read_below
from jingwei.foundation.actions import writing
from jingwei.foundation.scope.reach import everywhere, reaching
from jingwei.kernels.figures.actions.folding import fold_all
from jingwei.kernels.figures.actions.rebuilding import rebuild
from jingwei.kernels.figures.models import Rollup
from jingwei.organizations.choices import Level, PartyType
from tests.cast import plant
from tests.domains.dashboards.then import begin, november, on_day
from tests.kernels.figures.people import person

ON = november(22)
KEYS = ("members.members", "members.women_share")


def table(actor, here, keys=KEYS, *, on=ON, known_on=None):
    with reaching(actor.reach()):
        return below_of(read_below(here, keys, on, known_on=known_on), keys)


def told(below):
    return [(str(line.organization), [cell.value.words for cell in line.cells]) for line in below.lines]


def test_those_below_stand_in_the_order_of_the_tree(tree, superior, counted):
    below = table(superior, tree.community)
    assert told(below) == [("云桥东社区第一支部", ["2", "50.0"]), ("云桥东社区第二支部", ["1", "100.0"])]
    assert [cell.value.words for cell in below.whole.cells] == ["3", "66.7"]


def test_a_ratio_is_rolled_up_by_its_parts_and_not_averaged(tree, superior, counted):
    share = table(superior, tree.community).whole.cells[1].value
    assert (share.parts, round(share.number, 1)) == ((2, 3), 66.7)  # the average of 50 and 100 would be 75


def test_the_sum_of_those_below_agrees(tree, superior, counted):
    below = table(superior, tree.community)
    assert below.agreements[0] == Agreement(below=3, own=0, whole=3)
    assert (below.wrong, below.checked) == ([], True)


def test_a_sum_that_does_not_agree_is_told_with_both_numbers(tree, superior, counted):
    with everywhere(reason="test"), writing(reason="test"):
        Rollup.objects.filter(organization=tree.community, cell__figure="members.members", cell__cut="").update(
            amount=4
        )
    assert table(superior, tree.community).wrong[0] == ("党员", "下级之和 3，本级 4，相差 +1")


def test_what_is_the_organizations_own_has_a_line_of_its_own(tree, office_town, people):
    person(tree.community, "丁四")  # a community that holds a member itself
    rebuild()
    below = table(office_town, tree.community, ("members.members",))
    assert [cell.value.words for cell in below.own.cells] == ["1"]
    assert below.agreements[0].words == "下级之和＋本级直属＝本级"


def test_departments_and_units_without_a_number_are_left_out_and_counted(tree, office_district, counted):
    below = table(office_district, tree.district, ("members.members",))
    assert ([name for name, _ in told(below)], below.left_out) == (["云桥镇", "云岭镇"], 1)


def test_what_was_revoked_still_counts_while_it_has_rows(tree, superior, counted):
    with everywhere(reason="test"), writing(reason="test"):
        tree.other_branch.revoked_on = date(2026, 11, 1)
        tree.other_branch.save()
    fold_all()
    below = table(superior, tree.community, ("members.members",))
    assert ([name for name, _ in told(below)], below.wrong) == (["云桥东社区第一支部", "云桥东社区第二支部"], [])


def test_each_is_set_against_its_own_past(tree, superior, secretary):
    with on_day(1, superior):
        person(tree.branch, "甲一")
    with on_day(20, superior):
        person(tree.branch, "乙二")
    below = table(superior, tree.community, ("members.members",), on=date(2026, 12, 5))
    assert [cell.change.short for line in below.lines for cell in line.cells] == ["比上月 +1", ""]


def test_nothing_is_compared_with_a_day_before_all_was_counted(tree, superior):
    begin(november(10))
    with on_day(20, superior):
        person(tree.branch, "甲一")
    before, after = (
        table(superior, tree.community, ("members.members", "members.left"), on=on).whole.cells
        for on in (date(2026, 12, 9), date(2026, 12, 10))
    )
    assert [cell.change.words for cell in before] == ["上月没有可比的数", "与去年持平"]
    assert [cell.change.words for cell in after] == ["比上月增加 1 名", "与去年持平"]


def test_a_day_in_the_past_shows_what_was_known_then_and_checks_no_sum(tree, superior):
    with on_day(1, superior):
        person(tree.branch, "甲一")
    with on_day(20, superior):
        person(tree.branch, "乙二")
    then = table(superior, tree.community, ("members.members",), on=november(10), known_on=november(10))
    assert (told(then)[0], then.agreements) == (("云桥东社区第一支部", ["1"]), (None,))


def test_a_share_of_few_is_not_judged(tree, superior, counted):
    cells = [line.cells[1] for line in table(superior, tree.community).lines]
    assert [cell.verdict.standing for cell in cells] == ["few", "few"]
    assert cells[0].said == "只有 2 名党员，差 1 名就差 50 个百分点，不宜据此评价"


def test_children_are_those_directly_below(tree, office_town):
    with reaching(office_town.reach()):
        assert children_of(tree.town) == [tree.community, tree.other_community]
        assert children_of(tree.branch) == []


@pytest.mark.parametrize("number", [1, 3])
def test_more_below_take_no_more_queries(tree, office_town, number, django_assert_num_queries):
    """The second community is left bare; the first one holds so many branches."""
    with everywhere(reason="test"), writing(reason="test"):
        for n in range(3, 3 + number):
            plant((1, 1, 1, 2, n), f"新支部{n}", Level.BRANCH, PartyType.BRANCH)
    rebuild()
    with reaching(office_town.reach()), django_assert_num_queries(5):
        found = read_below(tree.other_community, KEYS, ON, known_on=None)
    assert len(found.children) == 2 + number
