"""The members of the demo are distributed as in the country."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

import pytest

from jingwei.demo.logins import logins, seated
from jingwei.demo.people import Person, distribution, people
from jingwei.demo.places import few_places, places

ON = date(2026, 11, 21)
CLOSE = 2.0  # percentage points
COLLEGE = ("31", "21", "14", "11")  # GB/T 4658: 大专 and above


@pytest.fixture(scope="module")
def members() -> list[Person]:
    return seated(people(places(), on=ON), on=ON)[0]


def share(members: Iterable[Person], holds: Callable[[Person], bool]) -> float:
    answers = [holds(member) for member in members]
    return 100 * sum(answers) / len(answers)


def test_there_are_about_2500_members(members: list[Person]) -> None:
    assert 2400 <= len(members) <= 2600


def test_trades_are_as_in_the_country(members: list[Person]) -> None:
    codes = distribution()["occupation_codes"]
    found = {trade: share(members, lambda p, c=code: p.occupation == c) for trade, code in codes.items()}
    assert found == pytest.approx(distribution()["national"]["occupation"], abs=CLOSE)


def test_ages_are_as_in_the_country(members: list[Person]) -> None:
    def of_age(person: Person, band: str) -> bool:
        low, high = band.split("-")
        return int(low) <= person.age(ON) <= int(high)

    wanted = distribution()["national"]["age"]
    found = {band: share(members, lambda p, b=band: of_age(p, b)) for band in wanted}
    assert found == pytest.approx(wanted, abs=CLOSE)


def test_years_of_joining_are_as_in_the_country(members: list[Person]) -> None:
    def joined(person: Person, period: str) -> bool:
        first, last = period.split("..")
        return first <= person.joined_on.isoformat() <= (last or "9999")

    wanted = distribution()["national"]["joined"]
    found = {period: share(members, lambda p, t=period: joined(p, t)) for period in wanted}
    assert found == pytest.approx(wanted, abs=CLOSE)


@pytest.mark.parametrize(
    ("what", "wanted", "holds"),
    [
        ("women", 30.9, lambda p: p.gender == "2"),
        ("minorities", 7.7, lambda p: p.ethnic != "01"),
        ("college", 57.6, lambda p: p.education in COLLEGE),
        ("probation", 2.1, lambda p: p.probationary),
    ],
)
def test_other_shares_are_as_in_the_country(
    members: list[Person], what: str, wanted: float, holds: Callable[[Person], bool]
) -> None:
    assert share(members, holds) == pytest.approx(wanted, abs=CLOSE), what


def test_nobody_joined_before_the_age_of_18(members: list[Person]) -> None:
    assert min(member.age(member.joined_on) for member in members) >= 18


def test_dates_follow_each_other(members: list[Person]) -> None:
    assert all(member.joined_on < ON for member in members)
    assert all(member.joined_on < member.full_on <= ON for member in members if member.full_on)


def test_probation_lasts_less_than_a_year(members: list[Person]) -> None:
    assert all((ON - member.joined_on).days < 365 for member in members if member.probationary)


def test_every_branch_has_the_members_that_its_size_says(members: list[Person]) -> None:
    found = Counter(member.branch for member in members)
    assert found == {place.key: place.size for place in places() if place.size}


def test_a_branch_has_three_full_members_at_least(members: list[Person]) -> None:
    full = Counter(member.branch for member in members if not member.probationary)
    assert min(full.values()) >= 3  # 支部工作条例第四条


def test_the_same_day_gives_the_same_people() -> None:
    assert people(few_places(), on=ON) == people(few_places(), on=ON)


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2026, 1, 1), date(2027, 12, 31), date(2031, 6, 30)])
def test_people_can_be_made_for_any_day(day: date) -> None:
    made = people(few_places(), on=day)
    assert len(made) == sum(place.size for place in few_places())
    assert min(person.age(person.joined_on) for person in made) >= 18


def test_a_login_takes_a_seat_in_its_branch_and_changes_no_number() -> None:
    before = people(places(), on=ON)
    after, seats = seated(before, on=ON)
    assert len(after) == len(before)
    for login in logins():
        if login.member_of:
            person = after[seats[login.username]]
            assert (person.name, person.branch, person.age(ON)) == (login.name, login.member_of, login.age)


def test_villages_are_home_to_farmers_and_schools_to_professionals(members: list[Person]) -> None:
    setting = {place.key: place.setting for place in places()}
    trades = Counter((setting[member.branch], member.occupation) for member in members)
    assert trades["village", "27"] > 0.5 * sum(count for (where, _), count in trades.items() if where == "village")
    assert trades["school", "13"] > 0.5 * sum(count for (where, _), count in trades.items() if where == "school")
    assert trades["community", "31"] == 0
