"""A town that is counted: two members in the first branch, one in the second, none elsewhere."""

from datetime import date

import pytest

from jingwei.kernels.figures.actions.folding import fold_all
from tests.kernels.figures.people import person


@pytest.fixture
def people(tree):
    """Three members: a man and a woman in one branch, a young woman in the other. Not yet counted."""
    return [
        person(tree.branch, "甲一", gender="1"),
        person(tree.branch, "乙二", gender="2"),
        person(
            tree.other_branch, "丙三", gender="2", born_on=date(2000, 1, 1), joined_on=date(2026, 3, 1), full_on=None
        ),
    ]


@pytest.fixture
def counted(people):
    """The same, counted."""
    fold_all()
    return people
