"""Small numbers of persons are hidden, and nothing that is shown tells them."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.domains.dashboards.rules.small_cells import FEWEST, Cell, alone, cells, told

SHOWN, FEW, WITHHELD = Cell.SHOWN, Cell.FEW, Cell.WITHHELD


def test_fewer_than_five_persons_is_the_house_practice():
    assert FEWEST.current.value == 5


@pytest.mark.parametrize(("count", "cell"), [(0, SHOWN), (1, FEW), (4, FEW), (5, SHOWN), (6, SHOWN)])
def test_a_number_alone_is_hidden_from_one_to_four(count, cell):
    assert alone(count, fewest=5) == cell


@pytest.mark.parametrize(
    ("counts", "covers"),
    [
        ([9, 8, 7], [SHOWN, SHOWN, SHOWN]),
        ([0, 8, 7], [SHOWN, SHOWN, SHOWN]),
        ([3, 8, 70], [FEW, WITHHELD, SHOWN]),
        ([3, 2, 70], [FEW, FEW, SHOWN]),
        ([1, 1, 70], [FEW, FEW, WITHHELD]),
        ([4, 4, 70], [FEW, FEW, WITHHELD]),
        ([1, 5, 9], [FEW, WITHHELD, WITHHELD]),
        ([2, 5], [FEW, WITHHELD]),
        ([4, 4], [WITHHELD, WITHHELD]),
        ([3], [WITHHELD]),
        ([], []),
    ],
)
def test_a_small_number_cannot_be_taken_from_the_sum(counts, covers):
    assert cells(counts, fewest=5) == covers


def could_be(counts: list[int], covers: list[Cell]) -> list[set[int]]:
    """What a reader who knows the sum takes each of the hidden small numbers for, by trying everything."""
    most = sum(counts)
    ranges = [
        [count] if cover is SHOWN else range(1, 5) if cover is FEW else range(most + 1)
        for count, cover in zip(counts, covers, strict=True)
    ]
    fitting = [guess for guess in product(*ranges) if sum(guess) == most]
    few = [index for index, count in enumerate(counts) if 0 < count < 5]
    return [{guess[index] for guess in fitting} for index in few]


@given(st.lists(st.integers(0, 9), max_size=4))
def test_whoever_tries_everything_still_does_not_know_a_small_number(counts):
    covers = cells(counts, fewest=5)
    if len([count for count in counts if count]) > 1:
        assert [taken for taken in could_be(counts, covers) if len(taken) < 2] == []


def test_words_say_that_a_number_is_small_and_nothing_of_what_is_only_withheld():
    assert [told(1204, SHOWN, fewest=5), told(3, FEW, fewest=5), told(8, WITHHELD, fewest=5)] == [
        "1,204",
        "不足 5",
        "不列出",
    ]
