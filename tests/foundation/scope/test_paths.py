"""A subtree is a plain range of strings."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.foundation.scope.paths import (
    LONGEST,
    SEGMENT,
    depth,
    is_within,
    lineage,
    number_of,
    parent,
    segment,
    successor,
)

numbers = st.integers(0, 36**SEGMENT - 1)
paths = st.lists(numbers, min_size=1, max_size=LONGEST // SEGMENT).map(lambda steps: "".join(map(segment, steps)))


@given(numbers)
def test_a_segment_has_four_characters_and_gives_its_number_back(number):
    assert len(segment(number)) == SEGMENT
    assert set(segment(number)) <= set(string.digits + string.ascii_lowercase)
    assert number_of(segment(number)) == number


@given(numbers, numbers)
def test_segments_sort_like_their_numbers(one, other):
    assert (segment(one) < segment(other)) == (one < other)


@pytest.mark.parametrize("number", [-1, 36**SEGMENT])
def test_there_is_no_segment_beyond_four_characters(number):
    with pytest.raises(ValueError, match="no segment"):
        segment(number)


@given(paths, paths)
def test_the_range_of_a_path_is_exactly_its_subtree(top, other):
    assert (top <= other < successor(top)) == is_within(other, top)
    assert (top <= top + other < successor(top)) is True


@given(paths)
def test_what_lies_beside_a_subtree_is_outside_its_range(path):
    number = number_of(path)
    for beside in (number - 1, number + 1):
        if 0 <= beside < 36**SEGMENT:
            sibling = parent(path) + segment(beside)
            assert not path <= sibling < successor(path)
            assert not path <= sibling + segment(0) < successor(path)


@given(paths)
def test_a_lineage_goes_from_the_root_to_the_path_itself(path):
    line = lineage(path)
    assert len(line) == depth(path)
    assert line[-1] == path
    assert [parent(step) for step in line] == ["", *line[:-1]]
    assert all(is_within(path, step) for step in line)


def test_nothing_lies_below_an_empty_path():
    assert is_within("0001", "") is False


def test_there_is_room_for_seven_levels_and_hundreds_of_thousands_of_children():
    assert LONGEST // SEGMENT >= 7
    assert 36**SEGMENT > 999_999
