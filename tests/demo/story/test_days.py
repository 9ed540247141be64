"""The days of the story follow the day on which the demo is built."""

from datetime import date

import pytest

from jingwei.demo.story.days import Days


@pytest.mark.parametrize(
    ("today", "year"),
    [(date(2027, 3, 31), 2026), (date(2027, 4, 1), 2027), (date(2026, 11, 21), 2026)],
)
def test_before_april_the_story_is_that_of_the_year_before(today: date, year: int) -> None:
    assert Days(today).year == year


@pytest.mark.parametrize(
    ("today", "end"),
    [
        (date(2026, 11, 21), date(2026, 12, 31)),
        (date(2026, 12, 16), date(2026, 12, 31)),
        (date(2026, 12, 17), date(2027, 3, 31)),
        (date(2027, 3, 31), date(2027, 6, 30)),
    ],
)
def test_the_end_is_never_nearer_than_what_is_due_soon(today: date, end: date) -> None:
    assert Days(today).end == end


def test_words_mean_days() -> None:
    days = Days(date(2026, 11, 21))
    means = {-3: date(2026, 11, 18), "07-01": date(2026, 7, 1), "end": date(2026, 12, 31)}
    assert {word: days.of(word) for word in means} == means
