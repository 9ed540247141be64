"""Headings as people write them."""

import pytest

from jingwei.foundation.spreadsheets.cells import Text
from jingwei.foundation.spreadsheets.columns import Column
from jingwei.foundation.spreadsheets.headings import match_headings
from tests.foundation.spreadsheets.made import HEADS, TABLE


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("姓名", "name"),
        ("党员姓名", "name"),
        ("姓 名", "name"),
        ("姓　　名", "name"),
        ("姓\n名", "name"),
        ("*姓名", "name"),
        ("姓名*", "name"),
        ("姓名（必填）", "name"),
        ("★姓名", "name"),
        ("姓名：", "name"),
        ("1.姓名", "name"),
        ("2、出生日期", "born_on"),
        ("出生日期（年月日）", "born_on"),
        ("出生日期(yyyy-mm-dd)", "born_on"),
        ("出生日期【公历】", "born_on"),
        ("出生年月", "born_on"),
        ("身份证号", "id_number"),
        ("身份证号码（18位）", "id_number"),
        ("公民身份号码 ", "id_number"),
        ("所在支部\r\n（全称）", "branch"),
    ],
)
def test_a_heading_is_known_however_it_is_written(heading, key):
    assert match_headings([heading], TABLE.columns).places == {key: 0}


@pytest.mark.parametrize("heading", ["姓", "姓名拼音", "配偶姓名", "出生地", "日期", "12", "张三"])
def test_a_heading_that_only_looks_alike_is_unknown(heading):
    matched = match_headings([heading], TABLE.columns)
    assert (matched.places, matched.unknown) == ({}, (heading,))


def test_what_is_missing_unknown_and_twice_is_said():
    matched = match_headings(["序号", "性别", "籍贯", "性 别", "", None], TABLE.columns)
    assert matched.places == {"gender": 1}
    assert (matched.missing, matched.unknown, matched.twice) == (("姓名",), ("籍贯",), ("性 别",))
    assert matched.given == ("gender",)


def test_all_headings_of_the_table_are_found_in_any_order():
    matched = match_headings(HEADS[::-1], TABLE.columns)
    assert matched.places == {column.key: 5 - place for place, column in enumerate(TABLE.columns)}
    assert (matched.missing, matched.unknown, matched.twice) == ((), (), ())


def test_what_stands_in_brackets_tells_two_columns_apart():
    columns = (Column("own", "电话（手机）", Text()), Column("office", "电话（单位）", Text()))
    assert match_headings(["电话（单位）", "电话(手机)"], columns).places == {"office": 0, "own": 1}
    assert match_headings(["电话"], columns).unknown == ("电话",)  # nobody guesses


def test_a_title_is_stronger_than_an_alias():
    columns = (Column("a", "支部", Text(), aliases=("党组织",)), Column("b", "党组织", Text()))
    assert match_headings(["党组织"], columns).places == {"b": 0}
