"""Handovers as figures."""

from jingwei.domains.handover.models import Handover
from jingwei.foundation.clock import today
from jingwei.organizations.models import Post
from tests.figures import by_month, changed, counted, saved, this_month


def test_a_handover_is_open_until_both_have_said_so(tree, secretary):
    leaver = Post.objects.get(pk=secretary.post_id)
    pack = saved(Handover(organization=tree.branch, leaver=leaver, opened_on=today(), opened_by="郑经办"))
    assert counted(tree.city, "handover.open") == 1
    changed(pack, leaver_on=today(), successor_on=today(), completed_on=today())
    assert counted(tree.city, "handover.open") == 0
    assert by_month(tree.branch, "handover.completed") == {this_month(): 1}


def test_one_that_was_withdrawn_is_not_counted(tree, secretary):
    leaver = Post.objects.get(pk=secretary.post_id)
    pack = saved(Handover(organization=tree.branch, leaver=leaver, opened_on=today(), opened_by="郑经办"))
    changed(pack, withdrawn_on=today())
    assert counted(tree.city, "handover.open") == counted(tree.city, "handover.completed") == 0
