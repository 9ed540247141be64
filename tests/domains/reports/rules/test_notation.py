"""The notation of templates."""

import pytest

from jingwei.domains.reports.rules.meaning import meaning, mistakes
from jingwei.domains.reports.rules.notation import Blank, Clause, read
from jingwei.domains.reports.rules.vocabulary import nearest

from .known import BRANCHES, MEMBERS, VOCABULARY


def wrong(text):
    return [str(one) for one in mistakes(read(text), VOCABULARY)]


def meant(words):
    return meaning(next(read(f"题\n{words}").lines[0].blanks()), VOCABULARY)


def test_lines_are_a_title_a_note_headings_and_paragraphs():
    written = read("【单位】月报\n说明：给谁看。\n\n一、总体\n（一）党员\n　　共有【党员】。\n1.其他\n")
    assert (written.note, written.mistakes) == ("给谁看。", [])
    assert written.title.pieces == (Blank("单位"), "月报")
    assert [(one.number, one.level, one.pieces) for one in written.lines] == [
        (4, 1, ("总体",)),
        (5, 2, ("党员",)),
        (6, 0, ("共有", Blank("党员"), "。")),
        (7, 3, ("其他",)),
    ]


def test_a_clause_holds_words_and_blanks():
    (line,) = read("题\n共有【党员】［，其中女【党员｜女】］。").lines
    assert line.pieces == ("共有", Blank("党员"), Clause(("，其中女", Blank("党员", ("女",)))), "。")


def test_narrow_signs_are_read_too():
    assert read("题\n[女【党员|女】]").lines == read("题\n［女【党员｜女】］").lines


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "第 1 行：模板是空的；第一行写标题，下面写正文。"),
        ("题", "第 1 行：只有标题，没有正文。"),
        ("题\n共【党员", "第 2 行：“【”后面没有“】”。"),
        ("题\n共党员】", "第 2 行：“】”前面没有“【”。"),
        ("题\n［共【党员】", "第 2 行：“［”后面没有“］”。"),
        ("题\n共【党员】］", "第 2 行：“］”前面没有“［”。"),
        ("题\n［共［【党员】］］", "第 2 行：“［］”里面不能再有“［］”。"),
        ("题\n［没有数］", "第 2 行：“［］”里面没有要填的数，不知道什么时候可以省去。"),
        ("题\n共【】", "第 2 行：“【】”里面有空的地方。"),
        ("题\n共【党员｜】", "第 2 行：“【党员｜】”里面有空的地方。"),
    ],
)
def test_a_bracket_that_does_not_fit_is_told_with_its_line(text, words):
    assert wrong(text) == [words]


@pytest.mark.parametrize(
    ("blank", "words"),
    [
        ("【党圆】", "没有叫“党圆”的数，是不是想写“党员”或者“党支部”？"),
        ("【女党员比例】", "没有叫“女党员比例”的数，是不是想写“党员”或者“女党员占比”？"),
        ("【xyz】", "没有叫“xyz”的数，请在下面的名称表里查找。"),
        ("【党员｜妇】", "“党员”后面不能写“妇”；可以写“余”“比上期”“名单”，或者它的一个分组。"),
        ("【党支部｜没书记】", "“党支部”后面不能写“没书记”；是不是想写“没有书记”、“有书记”？"),
        ("【家长｜女】", "“女”不止一种意思，请写成“性别：女”、“父母：女”。"),
        ("【党员｜年龄：30】", "“党员”不能按“年龄”分；可以按“性别”、“籍贯”分。"),
        ("【完成任务｜年龄：30】", "“完成任务”不能按“年龄”分；它不分组。"),
        ("【党员｜性别：妇】", "“性别”里没有“妇”；可以写“男”、“女”。"),
        ("【女党员占比｜余】", "“女党员占比”是比率，不能写“余”“名单”或者“构成”。"),
        ("【党员｜上期】", "“党员”是现有的数，不分月份，不能写“上期”“本年”；可以写“比上期”。"),
        ("【完成任务｜上期｜比上期】", "“比上期”“比去年同期”后面不用再写月份。"),
        ("【党员｜女｜男】", "一次只能按一个分组数，请去掉“男”或者前面的那个。"),
        ("【党员｜女｜构成：籍贯】", "一次只能按一个分组数，请去掉“构成：籍贯”或者前面的那个。"),
        ("【党员｜余｜比上期】", "“比上期”不能和前面的写法一起用，请只写一种。"),
        ("【期间｜余】", "“期间”后面不用再写“余”。"),
    ],
)
def test_a_blank_that_nobody_knows_is_told_with_what_is_near(blank, words):
    assert wrong(f"题\n{blank}") == [f"第 2 行：{blank}：{words}"]


def test_all_mistakes_are_told_in_the_order_of_the_lines():
    found = wrong("题\n【党圆】\n共【党员\n【党员｜妇】")
    assert [words[:5] for words in found] == ["第 2 行", "第 3 行", "第 4 行"]


def test_a_template_without_mistakes_has_none():
    assert wrong("【单位】【期间】月报\n一、党员\n【党员｜余】，［女【党员｜女】］，【女党员占比｜比上期】") == []


@pytest.mark.parametrize(
    ("blank", "known", "cut", "value", "form", "span"),
    [
        ("【党员】", MEMBERS, "", "", "exact", ""),
        ("【党员｜女】", MEMBERS, "gender", "2", "exact", ""),
        ("【党员｜性别：女｜余】", MEMBERS, "gender", "2", "about", ""),
        ("【党员｜性别:女】", MEMBERS, "gender", "2", "exact", ""),
        ("【党员｜籍贯：云州】", MEMBERS, "place", "云州", "exact", ""),
        ("【党员｜数字】", MEMBERS, "", "", "digits", ""),
        ("【党员｜女｜比上期】", MEMBERS, "gender", "2", "change", ""),
        ("【党员｜同比】", MEMBERS, "", "", "change_year", ""),
        ("【党员｜构成：性别】", MEMBERS, "gender", "", "spread", ""),
        ("【党支部｜名单：没有书记】", BRANCHES, "head", "no", "list", ""),
        ("【党支部｜没有书记｜名单】", BRANCHES, "head", "no", "list", ""),
        ("【党支部｜没】", BRANCHES, "head", "no", "exact", ""),
        ("【党支部｜名单】", BRANCHES, "", "", "list", ""),
    ],
)
def test_a_blank_means(blank, known, cut, value, form, span):
    found = meant(blank)
    assert (found.known, found.cut, found.value, found.form, found.span) == (known, cut, value, form, span)


@pytest.mark.parametrize(
    ("words", "span"), [("本期", ""), ("上期", "before"), ("去年同期", "year_before"), ("本年", "year_so_far")]
)
def test_what_happens_is_counted_by_months(words, span):
    assert meant(f"【完成任务｜{words}】").span == span


def test_plain_words_have_no_meaning_of_a_number():
    assert meant("【单位】") is None


def test_the_nearest_are_those_that_hold_the_words():
    assert nearest("党", ["党支部", "党员", "任务"]) == ["党员", "党支部"]
