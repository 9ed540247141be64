"""每季度, 每半年, 全年, 按月, 一年(两次), 每两个月: how often a quantity is asked for."""

import re

from .numerals import CHINESE_DIGITS, number
from .shapes import Period
from .spans import Repeat

_NAMES: dict[Period, str] = {
    "year": "年 年度",
    "half_year": "半年 上下半年",
    "quarter": "季度 季 个季度",
    "month": "月 月度 月份 个月",
    "half_month": "半月 半个月 双周",
    "week": "周 星期 礼拜 个星期",
    "day": "天 日 工作日 个工作日",
}
_PERIODS: dict[str, Period] = {name: period for period, names in _NAMES.items() for name in names.split()}
_WORDS = "|".join(sorted(_PERIODS, key=lambda word: -len(word)))
_N = rf"[0-9{CHINESE_DIGITS}]{{1,3}}"
_COUNT = rf"(?:{_N}|[Xx×*]{{1,2}})"
_OFTEN = rf"(?:至少|不少于|不得少于|不低于|原则上)?{_COUNT}(?:[-~至到]{_COUNT})?(?:次|场|期|轮|遍|例|个?学时)"
_NEXT_TIME = (
    rf"(?=(?:(?:至少|不少于|不得少于|不低于|集中|开展|召开|组织|进行|举办|要|应){{0,3}}{_COUNT}(?:次|场|期|轮|遍)))"
)
_SO_OFTEN = rf"(?={_OFTEN}|(?:至少|不少于|不得少于|不低于|原则上)[^,。;]{{1,6}}{_COUNT}(?:次|场|期|轮|遍))"
_AMOUNT = r"(?:不少于|不得少于|不低于|至少|不超过|[0-9]+(?:次|学时|场))"

_REPEAT = re.compile(
    "|".join(
        (
            rf"每间?隔?(?P<many>{_N})个?(?P<of>年|月|季度|周|天|日|星期|学期)(?![一二三四五六日]?[级轮])",
            rf"每(?:一)?(?P<every>{_WORDS})(?P<weekday>(?<=[周期拜])[一二三四五六日天](?![次场期轮]))?(?![级鉴])",
            rf"(?<![第前近后最每0-9])(?P<many_bare>{_N})个?(?P<of_bare>(?<=个)月|年|周){_SO_OFTEN}",
            # 两年内发展1名: neither a time limit nor this year's end, but what it is counted for
            rf"(?<![0-9{CHINESE_DIGITS}每近第前后])(?P<span>[2-9两二三四五六七八九十]年)之?内",
            r"(?P<halves>上(?:半年)?[、和及]?下半年(?:各|分别))",
            r"隔(?P<alternate>周|月|年)",
            r"每(?:个|一)?(?P<term>学期|学年|届任期|届|任期)",
            r"(?:按|逐)(?P<by>半年|年度|季度|季|月度?|周|日|年)(?![终底内初前])",
            rf"(?<![上下每近前后])(?P<bare_half>半年){_NEXT_TIME}",
            rf"(?<![0-9近前第本当每这那])(?:一|1)(?P<one>年|个?季度|季|个?月|周|天){_SO_OFTEN}",
            rf"(?<![第一二三四1-4每本全])(?P<bare_quarter>季度){_NEXT_TIME}",
            rf"(?P<whole>全年(?!总额|收入|平均|工资|总)|(?<![0-9])年度(?=[^,。;]{{0,12}}{_AMOUNT}))",
            r"(?P<mean>年|月|日|周)均",
            r"(?<![0-9每全今去明本当半末一二三四五六七八九十届上下近])(?P<year_noun>年)(?=收入|经营性?收入|产值|营业额|人均)",
            r"(?:^|(?<=[,;。:、均]))(?P<year_verb>年)(?![底内初末终度中前轻龄均级会老纪幼少青迈])(?=[\u4e00-\u9fff])",
            r"(?<![0-9每全本当一二三四五六七八九十个])(?P<month_noun>月)(?=补贴|人均|工资|报酬|均)",
        )
    )
)
_SUFFIX = re.compile(r"/(?:每)?(?P<of>半年|年|季度|季|月|周|天|日)|/(?P<per>人|户|村|社区|平方米|亩|次|名|个|家|支部)")
_GROUPS: dict[str, Period] = {
    "halves": "half_year",
    "bare_half": "half_year",
    "bare_quarter": "quarter",
    "whole": "year",
    "year_noun": "year",
    "year_verb": "year",
    "month_noun": "month",
}
# 每三个月 is every quarter; 每两个月 has no name in the closed list and becomes what each round is counted for.
_ROUNDS: dict[tuple[int, str], Period] = {
    (1, "年"): "year",
    (12, "月"): "year",
    (2, "季度"): "half_year",
    (6, "月"): "half_year",
    (1, "季度"): "quarter",
    (3, "月"): "quarter",
    (1, "月"): "month",
    (15, "天"): "half_month",
    (1, "周"): "week",
    (7, "天"): "week",
    (1, "天"): "day",
}


def repeats(sentence: str) -> list[Repeat]:
    """Every word of repetition, from left to right."""
    return [_repeat(match) for match in _REPEAT.finditer(sentence)]


def suffix(sentence: str, place: int) -> Repeat | None:
    """/年, /人 right after a unit."""
    match = _SUFFIX.match(sentence, place)
    if match is None:
        return None
    return Repeat(place, match.end(), _PERIODS[match["of"]] if match["of"] else None, match["per"])


def _repeat(match: re.Match[str]) -> Repeat:
    many, of = match["many"] or match["many_bare"], match["of"] or match["of_bare"]
    if many:
        period = _ROUNDS.get((int(number(many) or 0), of))
        words = match[0].lstrip("每间隔")
        return Repeat(match.start(), match.end(), period, None if period else words)
    if match["term"] or match["span"]:
        return Repeat(match.start(), match.end(), None, match["term"] or match["span"])
    if match["alternate"]:
        return Repeat(match.start(), match.end(), None, f"两{match['alternate']}")
    for group, period in _GROUPS.items():
        if match[group]:
            return Repeat(match.start(), match.end(), period)
    word = match["every"] or match["by"] or match["one"] or match["mean"]
    return Repeat(match.start(), match.end(), _PERIODS[word])
