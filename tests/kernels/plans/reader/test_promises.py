"""What holds for every text whatever."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jingwei.kernels.plans.reader import ReadPlan, read_plan

from .shorthand import measures_of

PHRASES = (
    "一、 二、 三、 （一） （二） (三) 1. 2． 3、 （1） ① 一是 二是 第一章 第二部分 1.1 ## - ** "
    "每季度 每月 至少 不少于 不超过 达到 以上 以内 召开一次 开展2次 建成3个 3至5名 1-2个 X万元 **个 95% "
    "百分之九十 三分之二 八成 每个社区 每百户 各镇（街道） 人均 年内 6月底前 到2027年底 上半年 第三季度 "
    "“三会一课” 1+N 15分钟服务圈 党支部 街道党工委 加强学习 发展党员 联席会议 （责任单位：组织办） "
    "责任单位：各村 附件： 上一篇 来源：网 的 或 和 云桥镇2026年工作要点 去年 目前 35岁以下 3个工作日内 一批 "
    "， 。 ； ： 、 “ ” （ ） 《 》 \n \t"
).split(" ")
TEXTS = st.lists(st.sampled_from(PHRASES), max_size=60).map("".join) | st.text(max_size=200)

pytestmark = pytest.mark.slow


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_text_can_be_read_and_places_are_true(text: str) -> None:
    plan = read_plan(text)
    for measure in measures_of(plan):
        assert text[measure.start : measure.end] == measure.text
        assert measure.upper is None or (measure.value is not None and measure.value < measure.upper)
        assert (measure.comparator == "range") >= (measure.upper is not None)
    for chapter in plan.chapters:
        for item in chapter.items:
            assert [text[duty.start : duty.end] for duty in item.duties] == [duty.text for duty in item.duties]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_parts_lie_inside_the_whole_and_in_order(text: str) -> None:
    plan = read_plan(text)
    _in_order([(chapter.start, chapter.end) for chapter in plan.chapters], 0, len(text))
    for chapter in plan.chapters:
        _in_order([(item.start, item.end) for item in chapter.items], chapter.start, chapter.end)
        for item in chapter.items:
            _in_order([(duty.start, duty.end) for duty in item.duties], item.start, item.end)
            for duty in item.duties:
                _in_order([(measure.start, measure.end) for measure in duty.measures], duty.start, duty.end)


def _in_order(spans: list[tuple[int, int]], start: int, end: int) -> None:
    for left, right in spans:
        assert start <= left <= right <= end
        start = right


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_same_text_is_read_the_same_way_twice(text: str) -> None:
    first: ReadPlan = read_plan(text)
    assert read_plan(text) == first
