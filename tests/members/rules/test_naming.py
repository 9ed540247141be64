"""By which words a name is found."""

import time

import pytest

from jingwei.members.rules.naming import words_of


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("王建国", "王建国 王 王建 建国 wang wangjian wangjianguo wjg wj"),
        ("吕布", "吕布 吕 lv lvbu lb"),
        ("军", "军 jun j"),
        ("欧阳海棠", "欧阳海棠 欧 欧阳 阳海 海棠 欧阳海 阳海棠 ou ouyang ouyanghai ouyanghaitang oyht oy"),
        ("", ""),
    ],
)
def test_a_name_is_found_by_its_signs_its_pinyin_and_its_initials(name, words):
    assert words_of(name) == words.split()


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("曾静", "zengjing"),
        ("单明", "shanming"),
        ("仇远", "qiuyuan"),
        ("解放", "xiefang"),
        ("区小云", "ouxiaoyun"),
        ("查良", "zhaliang"),
        ("任平生", "renpingsheng"),
        ("尉迟明", "yuchiming"),
        ("万俟青", "moqiqing"),
        ("长孙平", "zhangsunping"),
        ("覃山", "qinshan"),
        ("乐天", "yuetian"),
    ],
)
def test_a_surname_is_read_as_surnames_are(name, read):
    assert read in words_of(name)


def test_a_name_in_parts_is_found_without_the_dots_between_them():
    assert "买提艾" in words_of("买买提·艾力") and "maimaitiaili" in words_of("买买提・艾力")


def test_a_name_is_read_in_less_than_a_tenth_of_a_millisecond():
    words_of("王建国")
    start = time.perf_counter()
    for _ in range(1000):
        words_of("王建国")
    assert time.perf_counter() - start < 0.1
