"""Members typed into the national system, as figures."""

from jingwei.domains.rekeying.models import Rekeyed
from jingwei.foundation.clock import today
from tests.figures import by_month, changed, counted, saved, this_month
from tests.kernels.figures.people import person


def test_who_was_typed_in_counts_where_the_member_is(tree):
    one = person(tree.branch, "甲")
    ticked = {"ticked_on": today(), "ticked_by": "郑经办", "member_version": 1, "organization_version": 1}
    saved(Rekeyed(member=one, digest="0" * 64, **ticked))
    assert counted(tree.branch, "rekeying.typed") == 1
    assert by_month(tree.branch, "rekeying.ticked") == {this_month(): 1}
    changed(one, organization=tree.other_branch)
    assert (counted(tree.branch, "rekeying.typed"), counted(tree.other_branch, "rekeying.typed")) == (0, 1)
    changed(one, left_on=today(), standing="transferred")
    assert counted(tree.city, "rekeying.typed") == 0
