"""A row as a whole: what is required, what does not agree, what the file does not speak of."""

from datetime import date

from jingwei.foundation.spreadsheets.cells import Choice, Day
from jingwei.foundation.spreadsheets.columns import Column, Flaw, Table, row_reader
from jingwei.foundation.spreadsheets.row_checks import (
    at_least_years,
    day_not_before,
    empty_unless,
    id_agrees,
    required_when,
)
from tests.foundation.spreadsheets.kinds import ON
from tests.foundation.spreadsheets.made import BORN, NUMBER, ROW, SEX, TABLE

JOINED = Column("joined_on", "入党日期", Day(months=True))
FULL = Column("full_on", "转正日期", Day())
STANDING = Column("standing", "党籍状态", Choice.of("党籍状态", [("normal", "正常"), ("left", "退党")]))
LEFT = Column("left_on", "离开日期", Day())


def flaws_of(checks, columns, cells):
    return row_reader(Table("t", "表", columns, row_checks=checks), on=ON)(cells).flaws


def test_a_right_row_has_values_and_no_flaws():
    row = row_reader(TABLE, on=ON)(ROW)
    assert (row.flaws, row.notes) == ((), ())
    assert row.values == {
        "name": "张三",
        "gender": "1",
        "born_on": date(1985, 7, 3),
        "id_number": "990000198507031232",
        "branch": "第一党支部",
        "note": "无",
    }


def test_each_flaw_names_its_column_and_its_cell():
    row = row_reader(TABLE, on=ON)((None, "男性", 1985.1, 990000198507031200.0, " ", None))
    assert row.flaws == (
        Flaw("name", "没有填写。", "这一列必须填，请补上。", ""),
        Flaw(
            "born_on",
            "分不清是 1985 年 1 月还是 10 月：按数字录入时末尾的 0 会丢失。",
            "请写全年月日，如 1985-10-01。",
            "1985.1",
        ),
        Flaw(
            "id_number",
            "身份证号码是按数字录入的，后几位已经丢失。",
            "请把这一列设为“文本”后重新录入，不要只改格式。",
            "9.90000E+17",
        ),
    )
    assert row.values == {"gender": "1", "branch": None, "note": None}


def test_a_column_that_the_file_does_not_have_is_left_out():
    row = row_reader(TABLE, on=ON, given=("name", "note"))(("张三", None, None, None, None, None))
    assert row.values == {"name": "张三", "note": None}


def test_what_the_user_should_know_is_a_note():
    row = row_reader(Table("t", "表", (JOINED,)), on=ON)(("1985.7",))
    assert row.values == {"joined_on": date(1985, 7, 1)}
    assert row.notes == (Flaw("joined_on", "“1985.7”只有年月，按 1985-07-01 登记。", "", "1985.7"),)


def test_a_later_day_may_be_the_same_but_not_before():
    checks = (day_not_before(FULL, JOINED),)
    assert flaws_of(checks, (JOINED, FULL), ("2020-07-01", "2020-07-01")) == ()
    assert flaws_of(checks, (JOINED, FULL), ("2020-07-01", None)) == ()
    assert flaws_of(checks, (JOINED, FULL), ("2020-07-01", "2020-06-30")) == (
        Flaw(
            "full_on",
            "转正日期 2020-06-30 早于入党日期 2020-07-01。",
            "请核对“入党日期”和“转正日期”。",
            "2020-06-30",
        ),
    )


def test_so_many_years_are_full_on_the_birthday():
    checks = (at_least_years(JOINED, BORN, 18, "年满十八岁才能入党"),)
    before, on, leap = ("2000-03-05", "2018-03-04"), ("2000-03-05", "2018-03-05"), ("2000-02-29", "2018-02-28")
    assert [bool(flaws_of(checks, (BORN, JOINED), cells)) for cells in (before, on, leap)] == [True, False, True]
    assert flaws_of(checks, (BORN, JOINED), before)[0].reason == (
        "入党日期 2018-03-04 时不满 18 年（出生日期 2000-03-05）。年满十八岁才能入党。"
    )


def test_an_id_that_says_another_birth_or_sex_is_a_flaw_of_those_columns():
    checks = (id_agrees(NUMBER, BORN, SEX),)
    columns = (NUMBER, BORN, SEX)
    assert flaws_of(checks, columns, ("990000198507031232", "1985-07-03", "男")) == ()
    assert flaws_of(checks, columns, (None, "1985-07-03", "男")) == ()
    assert flaws_of(checks, columns, ("990000198507031232", None, "未知的性别")) == ()
    assert flaws_of(checks, columns, ("990000198507031232", "1985-07-04", "女")) == (
        Flaw(
            "born_on",
            "出生日期 1985-07-04 与公民身份号码里的 1985-07-03 不一致。",
            "请对照身份证核对，以身份证为准。",
            "1985-07-04",
        ),
        Flaw("gender", "性别与公民身份号码不一致：号码第 17 位是单数，应当是男性。", "请对照身份证核对。", "女"),
    )


def test_what_one_column_says_another_must_follow():
    checks = (required_when(LEFT, STANDING, {"left"}), empty_unless(LEFT, STANDING, {"left"}))
    columns = (STANDING, LEFT)
    assert flaws_of(checks, columns, ("退党", "2020-01-01")) == ()
    assert flaws_of(checks, columns, ("正常", None)) == ()
    assert [flaw.reason for flaw in flaws_of(checks, columns, ("退党", None))] == [
        "党籍状态是“退党”的，必须填写离开日期。"
    ]
    assert [flaw.reason for flaw in flaws_of(checks, columns, ("正常", "2020-01-01"))] == [
        "党籍状态是“正常”，不应当有离开日期。"
    ]


def test_a_cell_that_could_not_be_read_is_no_second_flaw():
    checks = (required_when(LEFT, STANDING, {"left"}), empty_unless(LEFT, STANDING, {"left"}))
    assert [flaw.column for flaw in flaws_of(checks, (STANDING, LEFT), ("退休", "2020-01-01"))] == ["standing"]
    assert [flaw.column for flaw in flaws_of(checks, (STANDING, LEFT), ("退党", "昨天"))] == ["left_on"]
