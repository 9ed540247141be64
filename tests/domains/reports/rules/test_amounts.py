"""Numbers as an official paper writes them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.domains.reports.rules import amounts


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "0名"),
        (1, "1名"),
        (19, "19名"),
        (20, "20名"),
        (21, "20余名"),
        (27, "20余名"),
        (99, "90余名"),
        (100, "100名"),
        (101, "100余名"),
        (109, "100余名"),
        (110, "110名"),
        (360, "360名"),
        (363, "360余名"),
        (1000, "1000名"),
        (1234, "1200余名"),
        (9999, "9900余名"),
        (10_000, "1万名"),
        (12_000, "1.2万名"),
        (12_345, "1.2万余名"),
        (123_456, "12万余名"),
        (100_000, "10万名"),
    ],
)
def test_about_so_many_is_rounded_down_and_says_so(amount, words):
    assert amounts.about(amount, "名") == words


@given(st.integers(min_value=0, max_value=10**9))
def test_about_never_tells_more_than_there_are(amount):
    words = amounts.about(amount, "")
    number = Decimal(words.rstrip("余").rstrip("万")) * (10_000 if "万" in words else 1)
    assert number <= amount
    assert ("余" in words) == (number < amount)


def test_an_exact_number_has_no_separators():
    assert amounts.exact(12345, "名") == "12345名"


@pytest.mark.parametrize(
    ("top", "bottom", "words"),
    [(0, 3, "0%"), (3, 3, "100%"), (1, 3, "33.3%"), (2, 5, "40%"), (1, 100_000, "0.1%"), (99_999, 100_000, "99.9%")],
)
def test_a_share_has_one_place_and_only_the_whole_is_a_hundred(top, bottom, words):
    assert amounts.ratio(top, bottom, "%") == words


def test_halves_are_rounded_up():
    assert amounts.ratio(1, 16, "%") == "6.3%"


def test_a_quotient_has_its_unit():
    assert amounts.ratio(25, 2, "名") == "12.5名"
    assert amounts.ratio(24, 2, "名") == "12名"


def test_without_anything_below_the_line_there_is_no_ratio():
    assert amounts.ratio(0, 0, "%") == "（无数据）"


@pytest.mark.parametrize(
    ("now", "before", "unit", "words"),
    [
        (112, 100, "名", "比上期增加12名"),
        (88, 100, "名", "比上期减少12名"),
        (100, 100, "名", "与上期持平"),
        (Decimal("38.2"), Decimal("37.0"), "%", "比上期提高1.2个百分点"),
        (Decimal("37.0"), Decimal("38.2"), "%", "比上期下降1.2个百分点"),
        (Decimal("40.0"), Decimal("30.0"), "%", "比上期提高10个百分点"),
        (Decimal("12.5"), Decimal("12.0"), "分钟", "比上期增加0.5分钟"),
    ],
)
def test_a_comparison_says_which_way_and_how_much(now, before, unit, words):
    assert amounts.change(now, before, unit, than="上期") == words


@pytest.mark.parametrize(
    ("names", "total", "words"),
    [
        (["甲"], 1, "甲"),
        (["甲", "乙"], 2, "甲、乙"),
        (["甲", "乙"], 12, "甲、乙等12个党支部"),
        ([], 0, ""),
    ],
)
def test_a_list_names_some_and_tells_how_many_there_are(names, total, words):
    assert amounts.listed(names, total, of="个党支部") == words


def test_a_list_of_long_names_stays_short():
    words = amounts.listed(["甲" * 40, "乙" * 40, "丙" * 40], 3, of="个党支部", longest=120)
    assert words == f"{'甲' * 40}、{'乙' * 40}等3个党支部"
