"""Since when a figure is counted is known, and stays known."""

from datetime import date

import pytest

from jingwei.foundation.scope.reach import everywhere
from jingwei.kernels.figures.actions.folding import turn
from jingwei.kernels.figures.actions.rebuilding import rebuild
from jingwei.kernels.figures.declaring import figures
from jingwei.kernels.figures.selectors.trends import begun, is_counted_by

BEGINNING, LATER = date(2026, 6, 1), date(2026, 9, 30)


@pytest.fixture
def counted(tree):
    turn(on=BEGINNING)
    turn(on=LATER)
    rebuild(on=LATER)


def test_counting_again_does_not_begin_again(counted):
    with everywhere(reason="test"):
        assert begun() == dict.fromkeys(figures(), BEGINNING)


@pytest.mark.parametrize(("day", "known"), [(date(2026, 5, 31), False), (BEGINNING, True), (LATER, True)])
def test_a_day_before_the_first_counting_is_not_known(counted, day, known):
    assert is_counted_by(day) is known


def test_nothing_is_known_where_nothing_was_counted(tree):
    assert (begun(), is_counted_by(LATER)) == ({}, False)
