"""Ages and the days of joining: before, on and after each limit."""

from dataclasses import replace
from datetime import date

import pytest

from jingwei.members.rules.joining import Record, problems
from tests.members.people import id_of

ON = date(2026, 6, 1)
RIGHT = Record("陶党生", "2", date(1990, 5, 4), "01", "21", "13", date(2019, 7, 1), date(2019, 8, 15), date(2020, 7, 1))


def told(record: Record, *, on: date = ON) -> list[tuple[str, str, bool]]:
    return [(one.column, one.basis, one.stops) for one in problems(record, on=on)]


def test_a_right_record_has_no_problem():
    assert told(RIGHT) == []


@pytest.mark.parametrize(("joined", "found"), [(date(2019, 7, 1), ["joined_on"]), (date(2019, 7, 2), [])])
def test_nobody_joins_before_the_least_age(joined, found):
    young = replace(RIGHT, born_on=date(2001, 7, 2), joined_on=joined, approved_on=None, full_on=date(2020, 7, 2))
    assert [(column, basis) for column, basis, _ in told(young)] == [
        (column, "admission-rules-2014, 第五条") for column in found
    ]


@pytest.mark.parametrize(
    ("full", "found"),
    [
        (date(2020, 6, 30), [("full_on", "admission-rules-2014, 第三十二条", True)]),
        (date(2020, 7, 1), []),
        (date(2021, 1, 1), []),
    ],
)
def test_the_probation_lasts_a_year_and_may_be_longer(full, found):
    assert told(replace(RIGHT, full_on=full)) == found


def test_what_was_before_the_first_rule_of_the_library_only_warns():
    old = replace(
        RIGHT, born_on=date(1950, 1, 1), joined_on=date(1971, 7, 1), approved_on=None, full_on=date(1971, 7, 1)
    )
    assert told(old) == [("full_on", "admission-rules-2014, 第三十二条", False)]


@pytest.mark.parametrize(
    ("approved", "found"),
    [
        (date(2019, 6, 30), [("approved_on", "admission-rules-2014, 第二十六条", True)]),
        (date(2019, 7, 1), []),
        (date(2019, 10, 1), []),
        (date(2019, 10, 2), [("approved_on", "admission-rules-2014, 第二十六条", False)]),
    ],
)
def test_the_approval_follows_within_three_months_or_is_doubted(approved, found):
    assert told(replace(RIGHT, approved_on=approved)) == found


@pytest.mark.parametrize(("on", "found"), [(date(2021, 7, 1), []), (date(2021, 7, 2), ["full_on"])])
def test_a_probation_longer_than_the_longest_extension_is_doubted(on, found):
    assert [column for column, _, stops in told(replace(RIGHT, full_on=None), on=on) if not stops] == found


@pytest.mark.parametrize("column", ["joined_on", "approved_on", "full_on"])
def test_no_day_is_in_the_future(column):
    later = {"joined_on": date(2026, 6, 2)} | ({} if column == "joined_on" else {"joined_on": RIGHT.joined_on})
    record = replace(RIGHT, **later, **({} if column == "joined_on" else {column: date(2026, 6, 2)}))
    record = replace(record, approved_on=None, full_on=None) if column == "joined_on" else record
    assert [name for name, _, stops in told(record) if stops] == [column]


def test_the_identity_number_agrees_with_the_day_of_birth_and_the_gender():
    number = id_of(date(1990, 5, 5), 3)
    assert [column for column, _, _ in told(replace(RIGHT, id_number=number))] == ["born_on", "gender"]
    assert told(replace(RIGHT, id_number=id_of(RIGHT.born_on, 2))) == []


def test_codes_and_names_are_checked():
    record = replace(RIGHT, name="王2", ethnic="99", education="", phone="12")
    assert [column for column, _, _ in told(record)] == ["name", "ethnic", "education", "phone"]
