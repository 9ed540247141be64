"""What was true when, as it was known when."""

from datetime import UTC, date, datetime

import pytest

from jingwei.members.rules.beliefs import Beginning, after_change, after_correction, beginning, value_at

CREATED = datetime(2020, 1, 1, tzinfo=UTC)
TOLD = datetime(2024, 3, 10, tzinfo=UTC)
MOVED = date(2024, 3, 1)
CHANGED = after_change("education", "21", Beginning(None, CREATED), since=MOVED, now=TOLD, basis="毕业证")
CORRECTED = (after_correction("education", "21", Beginning(None, CREATED), now=TOLD, basis="核对"),)


def at(facts, day: date, moment: datetime) -> str | None:
    return value_at(facts, "11", CREATED, true_on=day, known_at=moment)


@pytest.mark.parametrize(
    ("day", "value"), [(date(2024, 2, 29), "21"), (date(2024, 3, 1), "11"), (date(2025, 1, 1), "11")]
)
def test_a_change_holds_from_its_day_on(day, value):
    assert at(CHANGED, day, TOLD) == value


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2024, 3, 1), date(2025, 1, 1)])
def test_before_it_was_told_nobody_knew_of_the_change(day):
    assert at(CHANGED, day, datetime(2024, 3, 9, tzinfo=UTC)) == "21"


@pytest.mark.parametrize("day", [date(1990, 1, 1), date(2025, 1, 1)])
def test_a_correction_holds_for_all_days_from_when_it_was_told(day):
    assert (at(CORRECTED, day, datetime(2024, 3, 9, tzinfo=UTC)), at(CORRECTED, day, TOLD)) == ("21", "11")


def test_before_the_first_record_nothing_was_known():
    assert at(CHANGED, MOVED, datetime(2019, 12, 31, tzinfo=UTC)) is None
    assert at((), MOVED, datetime(2019, 12, 31, tzinfo=UTC)) is None


def test_what_holds_now_began_with_the_last_change_and_is_believed_since_it_was_told():
    assert beginning(CHANGED, CREATED) == Beginning(MOVED, TOLD)
    assert beginning(CORRECTED, CREATED) == Beginning(None, TOLD)
    assert beginning((), CREATED) == Beginning(None, CREATED)


def test_a_correction_after_a_change_keeps_the_day_of_the_change():
    later = datetime(2025, 1, 1, tzinfo=UTC)
    facts = (*CHANGED, after_correction("education", "12", beginning(CHANGED, CREATED), now=later, basis="核对"))
    found = [at(facts, date(2024, 6, 1), moment) for moment in (CREATED, TOLD, later)]
    assert found == ["21", "12", "11"]
    assert at(facts, date(2023, 1, 1), later) == "21"
