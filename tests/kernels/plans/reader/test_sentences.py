"""What is read out of a single sentence."""

import pytest

from . import sentences
from .shorthand import read


@pytest.mark.parametrize(("sentence", "expected"), sentences.FREQUENCIES)
def test_how_often_is_read(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), sentences.COUNTS)
def test_how_many_is_read(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), sentences.RATES)
def test_rates_are_read_as_percentages(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), sentences.MONEY)
def test_money_keeps_the_unit_as_printed(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), sentences.LIMITS)
def test_time_limits_and_lengths_are_read(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), sentences.DEADLINES)
def test_deadlines_become_the_last_day_of_what_is_named(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), sentences.BLANKS)
def test_blanks_have_no_value_but_all_the_rest(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), sentences.MIXED)
def test_sentences_as_officials_write_them(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), sentences.LENT)
def test_a_number_takes_from_the_one_before_only_what_holds_for_it_too(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), sentences.SHARED)
def test_whom_a_number_is_asked_of_is_no_number_asked_for(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize("sentence", sentences.DONE_BEFORE)
def test_what_was_done_before_the_year_of_the_plan_is_no_measure(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize("sentence", sentences.NOT_MEASURES + sentences.NO_MEASURES_EITHER)
def test_slogans_conditions_and_the_past_are_no_measures(sentence: str) -> None:
    assert read(sentence) == []
