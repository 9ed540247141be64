"""The numbers of the invented city are right, no two are the same, and none is a real region's."""

import pytest
from stdnum.cn import ric

from jingwei.demo.city.numbers import PHONES, credit_code, id_number, phone
from jingwei.members.rules.identity import gender_of, phone_problem
from jingwei.organizations.credit_codes import fault_of


@pytest.mark.parametrize("order", [0, 1, 7, 499])
@pytest.mark.parametrize("gender", ["1", "2"])
@pytest.mark.parametrize("region", [0, 250])
def test_an_id_number_is_right(order, gender, region):
    number = id_number(region, "19850701", order, gender)
    assert (ric.calc_check_digit(number), gender_of(number), number[:2]) == (number[-1], gender, "99")


def test_people_of_one_day_have_different_numbers():
    numbers = [id_number(0, "19850701", order, gender) for order in range(500) for gender in "12"]
    assert (len(set(numbers)), {len(number) for number in numbers}) == (1000, {18})


def test_telephone_numbers_are_all_different():
    assert len({phone(number) for number in range(1, 200_001)}) == 200_000
    assert phone(1) == phone(PHONES + 1)
    assert phone_problem(phone(123_456)) == ""


@pytest.mark.parametrize("number", [1, 2, 31, 60_000])
def test_a_credit_code_is_right(number):
    assert fault_of(credit_code(number)) == ""
