"""Member households as a figure."""

from jingwei.domains.grids.models import MemberHousehold
from jingwei.foundation.clock import today
from jingwei.organizations.models import Area
from tests.figures import changed, counted, saved
from tests.kernels.figures.people import person


def test_a_household_counts_in_the_community_of_its_grid_until_it_ends(tree):
    grid = saved(Area(organization=tree.community, kind="grid", name="第一网格", head_name="甲"))
    days = {"consented_on": today(), "since": today()}
    one = saved(MemberHousehold(area=grid, member=person(tree.other_branch, "乙"), does="送报", **days))
    assert counted(tree.community, "grids.households") == 1
    changed(grid, organization=tree.other_community)
    assert (counted(tree.community, "grids.households"), counted(tree.other_community, "grids.households")) == (0, 1)
    changed(one, until=today())
    assert counted(tree.city, "grids.households") == 0
