"""What the one box understands."""

import pytest

from jingwei.members.rules.typed import Typed, holds_number, understood


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("", Typed("")),
        ("  ", Typed("")),
        ("99000019710809002x", Typed("id_number", "99000019710809002X")),
        ("990000 19710809 002X", Typed("id_number", "99000019710809002X")),
        ("13900001234", Typed("phone", "13900001234")),
        ("1234", Typed("tail", "1234")),
        ("001234", Typed("tail", "1234")),
        ("123", Typed("short")),
        ("王", Typed("name", "王")),
        (" 王建 国 ", Typed("name", "王建国")),
        ("买买提·艾力", Typed("name", "买买提", "提艾力")),
        ("wang", Typed("name", "wang")),
        ("WJG", Typed("name", "wjg")),
        ("lü", Typed("name", "lv")),
        ("w", Typed("short")),
    ],
)
def test_the_box_understands_names_pinyin_and_numbers(words, meant):
    assert understood(words) == meant


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("", False),
        ("卓远帆", False),
        ("gys", False),
        ("123", False),
        ("1234", True),
        ("139 0000-1234", True),
        ("+8613900001234", True),
        ("陶党生 13900001234", True),
        ("99000019710809002", True),
        ("１２３４", True),
    ],
)
def test_a_number_of_a_person_is_known_also_with_a_slip(words, number):
    assert holds_number(words) is number
