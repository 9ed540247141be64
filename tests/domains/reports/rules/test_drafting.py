"""From a template to paragraphs."""

import pytest

from jingwei.domains.reports.rules.drafting import draft, in_numerals
from jingwei.domains.reports.rules.meaning import Meaning
from jingwei.domains.reports.rules.notation import read

from .known import MEMBERS, counted

WORDS = {"单位": "云桥镇", "期间": "2026年10月"}


def drafted(text, **numbers):
    """[(level, text)] of a template under a title; `numbers` by the name of the blank."""
    return [
        (one.level, one.text) for one in draft(read(f"题\n{text}"), lambda blank: numbers.get(blank.name), WORDS)[1]
    ]


def test_blanks_are_filled_and_numbers_know_where_they_stand():
    numbers = {"党员": [counted("363名")], "女": [counted("128名")]}
    written = read("【单位】月报\n共有【党员】，女【女】。")
    title, (line,) = draft(written, lambda blank: numbers.get(blank.name), WORDS)
    assert (title, line.text) == ("云桥镇月报", "共有363名，女128名。")
    assert [line.text[one.start : one.start + len(one.counted.words)] for one in line.numbers] == ["363名", "128名"]


def test_a_clause_stands_when_its_numbers_have_something_to_say():
    assert drafted("共【a】［，其中女【b】］。", a=[counted("3名")], b=[counted("1名")]) == [(0, "共3名，其中女1名。")]


def test_a_clause_is_left_out_when_one_of_its_numbers_has_nothing_to_say():
    zero = [counted("0名", says=False)]
    assert drafted("共【a】［，其中女【b】］。", a=[counted("3名")], b=zero) == [(0, "共3名。")]
    assert drafted("共【a】［，女【b】，男【a】］。", a=[counted("3名")], b=zero) == [(0, "共3名。")]


def test_outside_a_clause_a_zero_is_told():
    assert drafted("共【a】。", a=[counted("0名", says=False)]) == [(0, "共0名。")]


def test_a_paragraph_of_which_nothing_is_left_is_left_out():
    assert drafted("［女【b】。］\n完。", b=[counted("0名", says=False)]) == [(0, "完。")]


def test_a_heading_with_nothing_below_is_left_out_and_the_rest_numbered_anew():
    text = "一、甲\n［【b】］\n二、乙\n（一）丙\n［【b】］\n（二）丁\n有。\n三、戊\n有。"
    zero = [counted("0名", says=False)]
    assert drafted(text, b=zero) == [(1, "一、乙"), (2, "（一）丁"), (0, "有。"), (1, "二、戊"), (0, "有。")]


def test_a_heading_that_goes_on_as_a_paragraph_needs_nothing_below():
    assert drafted("一、甲\n（一）乙。要抓紧。\n二、丙") == [(1, "一、甲"), (2, "（一）乙。要抓紧。")]


def test_headings_of_a_chapter_begin_at_one_again():
    text = "一、甲\n（一）乙\n1.丙\n有。\n2.丙\n有。\n（二）丁\n1.丙\n有。\n二、戊\n（一）己\n有。"
    signs = [words for level, words in drafted(text) if level]
    assert signs == ["一、甲", "（一）乙", "1.丙", "2.丙", "（二）丁", "1.丙", "二、戊", "（一）己"]


def test_a_number_in_a_heading_stands_behind_its_sign():
    _, lines = draft(read("题\n一、共【党员】\n有。"), lambda blank: [counted("3名")], WORDS)
    (placed,) = lines[0].numbers
    assert lines[0].text[placed.start :] == "3名"


def test_a_composition_tells_each_part_with_its_name():
    parts = [counted("2名", meant=Meaning(MEMBERS, label="男")), counted("1名", meant=Meaning(MEMBERS, label="女"))]
    assert drafted("共【a】。", a=parts) == [(0, "共男2名、女1名。")]


def test_a_composition_of_nothing_leaves_its_clause_out():
    assert drafted("有［，共【a】］。", a=[]) == [(0, "有。")]


@pytest.mark.parametrize(("number", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五")])
def test_headings_are_numbered_in_numerals(number, words):
    assert in_numerals(number) == words
