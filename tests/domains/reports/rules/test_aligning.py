"""What becomes of numbers when a person edits the text."""

import re
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jingwei.domains.reports.rules.aligning import Standing, align

MEMBERS = "共有党员{363名}，其中女党员{128名}，占{35.3%}。"


def marked(text):
    """The plain text, and the numbers of a text in which they stand in {}."""
    plain, numbers = "", []
    for part in re.split(r"(\{.*?\})", text):
        words = part.strip("{}")
        if part.startswith("{"):
            numbers.append(Standing(len(plain), words))
        plain += words
    return plain, numbers


def after(old, new):
    """What stands for each number of the old text; None for one that is gone."""
    found = align(*marked(old), new)
    assert all(one.start is None or new[one.start : one.end] == one.words for one in found)
    return [None if one.start is None else one.words for one in found]


@pytest.mark.parametrize(
    ("new", "stand"),
    [
        ("共有党员363名，其中女党员128名，占35.3%。", ["363名", "128名", "35.3%"]),
        ("我镇现在共有党员363名，其中女党员有128名，占比35.3%。", ["363名", "128名", "35.3%"]),
        ("共有党员365名，其中女党员128名，占35.3%。", ["365名", "128名", "35.3%"]),
        ("共有365名党员，其中女党员128名，占35.3%。", ["365名", "128名", "35.3%"]),
        ("共有363名党员，女党员128名，占35.3%。", ["363名", "128名", "35.3%"]),
        ("共有党员360余名，其中女党员128名，占35.3%。", ["360余名", "128名", "35.3%"]),
        ("共有党员三百六十余名，其中女党员128名，占三成半。", ["三百六十余名", "128名", "三成半"]),
        ("女党员128名。", [None, "128名", None]),
        ("其中女党员128名，占35.3%，全镇共有党员363名。", ["363名", "128名", "35.3%"]),
        ("共有党员1363名，其中女党员128名，占35.3%。", ["1363名", "128名", "35.3%"]),
        ("共有党员363名，其中女党员128名，占35.4%。", ["363名", "128名", "35.4%"]),
        ("", [None, None, None]),
        ("党员队伍不断壮大。", [None, None, None]),
    ],
)
def test_numbers_stay_are_changed_or_go(new, stand):
    assert after(MEMBERS, new) == stand


@pytest.mark.parametrize(
    ("old", "new", "stand"),
    [
        ("党员{363名}，{比上期增加12名}。", "党员363名，比上期增加13名。", ["363名", "比上期增加13名"]),
        ("党员{363名}，{与上期持平}。", "党员363名，与上期持平，保持稳定。", ["363名", "与上期持平"]),
        ("有{东一支部、西二支部}。", "有东一支部。", ["东一支部"]),
        ("有{东一支部、西二支部}。", "有东一支部、西二支部，请抓紧。", ["东一支部、西二支部"]),
        ("甲{3名}，乙{3名}，丙{3名}。", "甲3名，乙4名，丙3名。", ["3名", "4名", "3名"]),
        ("{2名}{0名}。。{1名}。。", "2名。。0名。。伍1名。。", ["2名", "0名", "1名"]),
        ("甲{3名}，乙{5名}。", "甲5名，乙3名。", ["5名", "3名"]),
        ("甲{3名}，乙{3名}。", "甲4名，乙3名，丙3名。", ["4名", "3名"]),
        ("甲{3名}，乙{3名}，丙{3名}。", "甲3名，丙3名。", ["3名", None, "3名"]),
        ("甲{3名}，乙{3名}，丙{3名}。", "乙3名，丙3名。", [None, "3名", "3名"]),
    ],
)
def test_the_right_number_is_taken(old, new, stand):
    assert after(old, new) == stand


def test_a_number_that_was_taken_out_is_found_again_when_it_comes_back():
    (back,) = align("共有党员。", [Standing(None, "363名")], "共有党员363名。")
    assert back == Standing(4, "363名")


def test_a_number_that_was_taken_out_is_not_found_in_another_number():
    (back,) = align("共有党员。", [Standing(None, "363名")], "共有党员1363名。")
    assert back.start is None


def test_a_number_that_was_changed_can_be_changed_back():
    (back,) = align("党员365名。", [Standing(2, "365名")], "党员363名。")
    assert back == Standing(2, "363名")


PLAIN = st.text("抓好党员队伍，。", max_size=12)
AMOUNTS = st.integers(min_value=0, max_value=99_999).map(lambda number: f"{number}名")


@given(st.lists(st.tuples(PLAIN, AMOUNTS), min_size=1, max_size=5), PLAIN)
def test_a_text_that_nobody_touched_keeps_all_its_numbers(parts, end):
    plain, numbers = marked("".join(f"{words}{{{amount}}}" for words, amount in parts) + end)
    assume(all(not words[-1:].isdigit() for words, _ in parts))
    assert align(plain, numbers, plain) == numbers


@given(st.lists(st.tuples(PLAIN, PLAIN, AMOUNTS), min_size=1, max_size=5, unique_by=lambda part: part[2]), PLAIN)
def test_words_put_between_numbers_leave_them_alone(parts, end):
    old, numbers = marked("".join(f"{words}{{{amount}}}" for words, _, amount in parts) + end)
    new = "".join(f"{words}{more}{amount}" for words, more, amount in parts) + end
    assert [one.words for one in align(old, numbers, new)] == [amount for *_, amount in parts]
    assert all(one.start is not None for one in align(old, numbers, new))


@given(st.lists(st.tuples(PLAIN, AMOUNTS), max_size=5), st.text("抓好党员，。0123456789名", max_size=60))
def test_whatever_is_written_what_stands_never_overlaps_and_is_there(parts, new):
    old, numbers = marked("".join(f"{words}{{{amount}}}" for words, amount in parts))
    standing = [one for one in align(old, numbers, new) if one.start is not None]
    assert all(new[one.start : one.end] == one.words and one.words for one in standing)
    places = sorted((one.start, one.end) for one in standing)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
