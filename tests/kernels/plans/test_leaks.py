"""Nobody sees another's rows: each test first shows that there is something to see."""

import pytest

from jingwei.kernels.plans.actions import progress, supervising
from jingwei.kernels.plans.selectors.bulletin import bulletin
from jingwei.kernels.plans.selectors.clearances import clearances
from jingwei.kernels.plans.selectors.plans import chapters, duties, items, measures, plans
from jingwei.kernels.plans.selectors.progress import by_child, of
from jingwei.kernels.plans.selectors.tasks import notices, reports, tasks

from .conftest import TODAY

# Who plays above the community in the standing cast; an auditor sees the rows of the whole, but holds no permission.
OUTSIDE = ("neighbour", "office_other_town", "handler", "member", "resident")


@pytest.fixture
def told(cast, acting, giving, clearance):
    """A task of the first branch, with a report and a notice."""
    (task,) = giving(cast.tree.branch, clearance=clearance)
    with acting(cast.secretary):
        progress.report(cast.secretary, task, happened_on=TODAY, note="开了会", amount=0)
    task = task.fresh()
    task.next_due_on = TODAY
    with acting(cast.office_town):
        supervising.issue(cast.office_town, task, reason="请说明", reply_due_on=TODAY)
    return task


@pytest.mark.parametrize("rows", [tasks, reports, notices], ids=lambda rows: rows.__name__)
@pytest.mark.parametrize("part", OUTSIDE)
def test_the_work_of_a_branch_is_seen_by_itself_and_above_only(cast, acting, told, rows, part):
    for sees in ("secretary", "superior", "office_town", "office_district", "office_city"):
        with acting(getattr(cast, sees)):
            assert rows().count() == 1, sees
    with acting(getattr(cast, part)):
        assert rows().count() == 0


@pytest.mark.parametrize("rows", [plans, chapters, items, duties, measures], ids=lambda rows: rows.__name__)
@pytest.mark.parametrize("part", ["secretary", "superior", "office_other_town", "handler"])
def test_a_draft_is_seen_by_its_makers_and_above_only(cast, acting, draft, rows, part):
    for sees in ("office_town", "office_district"):
        with acting(getattr(cast, sees)):
            assert rows().exists(), sees
    with acting(getattr(cast, part)):
        assert not rows().exists()


@pytest.mark.parametrize("rows", [plans, chapters, items, duties, measures], ids=lambda rows: rows.__name__)
@pytest.mark.parametrize("part", ["office_other_town", "handler"])
def test_an_approved_plan_is_seen_below_and_nowhere_else(cast, acting, plan, rows, part):
    for sees in ("secretary", "superior", "office_district", "member"):
        with acting(getattr(cast, sees)):
            assert rows().exists(), sees
    with acting(getattr(cast, part)):
        assert not rows().exists()


@pytest.mark.parametrize("part", ["secretary", "office_other_town", "handler"])
def test_an_application_is_seen_by_its_asker_and_above_only(cast, acting, asking, part):
    asking()
    for sees in ("office_town", "office_district"):
        with acting(getattr(cast, sees)):
            assert clearances().exists(), sees
    with acting(getattr(cast, part)):
        assert not clearances().exists()


def test_a_level_above_shows_only_what_the_reader_may_see(cast, acting, told):
    with acting(cast.office_district):
        assert of(cast.tree.district, on=TODAY).total == 1
    with acting(cast.office_other_town):
        assert of(cast.tree.district, on=TODAY).total == 0
        assert by_child(cast.tree.district, on=TODAY) == []


def test_the_bulletin_tells_what_lies_below_and_in_the_order_of_the_tree(cast, acting, told):
    with acting(cast.office_district):
        facts = bulletin(cast.tree.district, 2026, 5, on=TODAY)
    assert [str(line.organization) for line in facts["lines"]] == ["云桥镇"]
    assert (facts["whole"].issued, facts["whole"].completed, len(facts["notices"])) == (1, 0, 1)
    with acting(cast.office_other_town):
        facts = bulletin(cast.tree.other_town, 2026, 5, on=TODAY)
    assert (facts["lines"], facts["notices"], facts["whole"].issued) == ([], [], 0)


@pytest.mark.parametrize(("month", "issued"), [(4, 0), (5, 1), (6, 0)])
def test_the_bulletin_counts_the_notices_of_its_month(cast, acting, told, month, issued):
    with acting(cast.office_town):
        assert bulletin(cast.tree.town, 2026, month, on=TODAY)["whole"].issued == issued
