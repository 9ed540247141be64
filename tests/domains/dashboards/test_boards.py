"""boards.yaml: each level has its board, of figures that are declared, and of few enough numbers."""

import pytest

from jingwei.domains.dashboards.boards import MOST_NUMBERS, board_of, boards
from jingwei.kernels.figures.declaring import declared, figures, indices
from jingwei.organizations.choices import Level


@pytest.mark.parametrize("level", Level.values)
def test_every_level_has_one_board(level):
    assert [board.key for board in boards().values() if level in board.levels] == [board_of(level).key]


@pytest.mark.parametrize("key", sorted(boards()))
def test_a_board_names_what_is_declared(key):
    board = boards()[key]
    assert [declared(one).key for one in board.keys] == list(board.keys)
    assert set(board.indices) <= set(indices())
    if board.composition:
        figure, cut = board.composition
        assert figures()[figure].cut(cut).key == cut


@pytest.mark.parametrize("key", sorted(boards()))
def test_a_board_has_at_most_seven_numbers(key):
    assert 1 <= len(boards()[key].numbers) <= MOST_NUMBERS == 7


def test_a_level_that_is_none_has_no_board():
    with pytest.raises(KeyError):
        board_of("moon")
