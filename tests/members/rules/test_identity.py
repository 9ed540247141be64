"""Numbers of identity cards and telephones."""

from datetime import date

import pytest

from jingwei.members.rules.identity import birth_of, clean_id, clean_phone, gender_of, id_problem, phone_problem
from tests.members.people import id_of


def test_a_right_number_has_no_problem():
    number = id_of(date(1971, 8, 9), 2)
    assert (id_problem(number), birth_of(number), gender_of(number)) == ("", date(1971, 8, 9), "2")
    assert gender_of(id_of(serial=3)) == "1"


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        ("9900001971080", "公民身份号码应当是 18 位，现在是 13 位"),
        ("99000019710809A021", "公民身份号码只能是数字，最后一位可以是 X"),
        ("990000197113090021", "公民身份号码里的出生日期不存在"),
    ],
)
def test_a_wrong_number_is_told_what_is_wrong(number, problem):
    assert id_problem(number) == problem


def test_a_wrong_check_digit_is_found():
    number = id_of()
    other = number[:-1] + ("0" if number[-1] != "0" else "1")
    assert id_problem(other) == "公民身份号码的校验码不对，请核对证件"


def test_numbers_are_kept_without_blanks():
    assert (clean_id(" 99000019710809002x"), clean_phone("+86 139-0000 1234")) == ("99000019710809002X", "13900001234")


@pytest.mark.parametrize(
    ("number", "right"), [("13900001234", True), ("057712345678", True), ("12345678", True), ("23900001234", False)]
)
def test_a_telephone_number_is_a_mobile_or_a_landline_one(number, right):
    assert (phone_problem(number) == "") is right
