"""A unified social credit code is right by its signs."""

import pytest

from jingwei.organizations.credit_codes import compact, fault_of

RIGHT = "91990000MA0000001B"


def test_a_right_code_has_no_fault():
    assert fault_of(RIGHT) == ""


def test_blanks_hyphens_and_small_letters_are_put_right():
    assert compact(" 91990000-ma000000 1b ") == RIGHT


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("91990000MA0000001", "统一社会信用代码应为 18 位，现在是 17 位。"),
        ("91990000MA00000011", "统一社会信用代码的校验位对不上，可能抄错了一位。"),
        ("91990000MI0000001B", "统一社会信用代码第3至8位是数字，其余是数字和大写字母（没有 I、O、S、V、Z）。"),
        ("9199000XMA0000001B", "统一社会信用代码第3至8位是数字，其余是数字和大写字母（没有 I、O、S、V、Z）。"),
    ],
)
def test_a_wrong_code_says_what_is_wrong(code, fault):
    assert fault_of(code) == fault
