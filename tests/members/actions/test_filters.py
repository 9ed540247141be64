"""The filters that one keeps."""

import pytest

from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from jingwei.members.actions import filters
from jingwei.members.models import SavedFilter


def test_a_filter_is_kept_under_a_name_and_overwritten_by_the_same_name(secretary, tree):
    with reaching(secretary.reach()):
        for query in ("phase=full", "phase=probationary"):
            filters.keep_filter(secretary, tree.branch, title="常看的", query=query)
    assert [(one.title, one.query) for one in SavedFilter.objects.all()] == [("常看的", "phase=probationary")]


def test_only_so_many_are_kept(secretary, tree):
    with reaching(secretary.reach()):
        for number in range(filters.MOST):
            filters.keep_filter(secretary, tree.branch, title=str(number), query="")
        with pytest.raises(Refused, match="最多 20 个"):
            filters.keep_filter(secretary, tree.branch, title="再一个", query="")


def test_nobody_takes_away_the_filter_of_another(secretary, neighbour, tree):
    with reaching(secretary.reach()):
        kept = filters.keep_filter(secretary, tree.branch, title="常看的", query="")
    with reaching(neighbour.reach()):
        filters.drop_filter(neighbour, tree.other_branch, number=kept.pk)
    assert SavedFilter.objects.count() == 1
    with reaching(secretary.reach()):
        filters.drop_filter(secretary, tree.branch, number=kept.pk)
    assert SavedFilter.objects.count() == 0
