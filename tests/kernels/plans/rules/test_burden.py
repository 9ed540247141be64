"""The burden of a community in minutes a month."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.kernels.plans.choices import Period
from jingwei.kernels.plans.rules.burden import TIMES_A_MONTH, Ask, by_asker, load, monthly_minutes

PERIODS = st.sampled_from(Period.values)
MINUTES = st.integers(0, 480)
ASKS = st.builds(Ask, st.sampled_from("甲乙丙"), MINUTES, PERIODS, st.integers(0, 9), st.just(()))


@pytest.mark.parametrize(
    ("period", "minutes"),
    [
        ("once", 60),
        ("month", 60),
        ("half_month", 120),
        ("quarter", 20),
        ("half_year", 10),
        ("year", 5),
        ("week", 261),
        ("day", 1825),
    ],
)
def test_an_hour_each_time_comes_to_so_many_minutes_a_month(period, minutes):
    assert monthly_minutes(60, period) == minutes


@given(minutes=MINUTES, period=PERIODS)
def test_a_year_of_monthly_minutes_is_what_is_asked_in_a_year(minutes, period):
    exact = minutes * TIMES_A_MONTH.get(period, Decimal(1))
    assert abs(monthly_minutes(minutes, period) - exact) <= Decimal("0.5")


@given(minutes=MINUTES, more=st.integers(1, 100), period=PERIODS)
def test_who_asks_for_more_minutes_never_weighs_less(minutes, more, period):
    assert monthly_minutes(minutes + more, period) >= monthly_minutes(minutes, period)


@given(st.lists(ASKS, max_size=8))
def test_the_askers_together_ask_for_the_whole(asks):
    assert sum(by_asker(asks).values()) == load(asks).minutes


def test_the_load_is_the_sum_of_what_is_asked():
    asks = [Ask("镇", 40, "month", 1, ("走访户数",)), Ask("民政局", 90, "quarter", 2, ("助餐人数", "场地面积"))]
    found = load(asks)
    assert (found.asks, found.minutes, found.forms, found.fields, found.asked_twice) == (2, 70, 3, 3, ())


def test_a_field_that_two_ask_for_is_flagged_in_any_of_its_spellings():
    asks = [Ask("镇", 10, "month", 1, ("走访户数",)), Ask("民政局", 10, "month", 1, ("填报 走访户数",))]
    assert load(asks).asked_twice == ("走访户数",)


def test_a_field_named_twice_by_one_ask_is_not_flagged():
    assert load([Ask("镇", 10, "month", 1, ("走访户数", "走访户数"))]).asked_twice == ()
