"""How members are divided: plain conditions over their columns, so that millions are counted in one pass. The groups
are those of the Party's yearly statistics."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from django.db.models import CharField, Q
from django.db.models.functions import Substr

from jingwei.kernels.figures.cutting import by_case, by_choice, words_of
from jingwei.kernels.figures.declaring import Cut
from jingwei.members.choices import GONE, Standing
from jingwei.members.rules.codes import code_lists, name_of

from ..days import year_of

LAST_AGES = (30, 35, 40, 45, 50, 55, 60, 65, 70)  # of the groups; the tenth has no end
OLDEST = "71+"
TIMES = {
    "1949": "新中国成立前",
    "1978": "新中国成立后至党的十一届三中全会前",
    "2012": "党的十一届三中全会后至党的十八大前",
    "now": "党的十八大以来",
}
# The day on which each of the later periods begins.
PERIODS = (("1949", date(1949, 10, 1)), ("1978", date(1978, 12, 18)), ("2012", date(2012, 11, 8)))
SCHOOLS = {
    "1": "研究生",
    "2": "大学本科",
    "3": "大学专科",
    "4": "中专（含职高、技校）",
    "6": "普通高中",
    "7": "初中",
    "8": "小学",
    "9": "其他",
}


def _code(column: str) -> Callable[[str], str]:
    return lambda value: name_of(column, value) if value else "未登记"


def _ages() -> dict[str, str]:
    first = {"30": "30岁及以下"}
    between = {str(last): f"{before + 1}—{last}岁" for before, last in pairwise(LAST_AGES)}
    return {**first, **between, OLDEST: "71岁及以上"}


def _born(on: date) -> Sequence[tuple[str, Q]]:
    """By the age on 31 December of the year: who is thirty then was born thirty years before, on whatever day."""
    return [(str(age), Q(born_on__gte=date(year_of(on) - age, 1, 1))) for age in LAST_AGES]


def _joined(on: date) -> Sequence[tuple[str, Q]]:
    return [(key, Q(joined_on__lt=day)) for key, day in PERIODS]


def _for_good(cut: Cut) -> Cut:
    return replace(cut, lasting=True)


GENDER = _for_good(Cut("gender", "性别", "gender", _code("gender"), tuple(code_lists()["gender"].names)))
AGE = _for_good(by_case("age", "年龄", _born, _ages(), otherwise=OLDEST))
JOINED = _for_good(by_case("joined", "入党时间", _joined, TIMES, otherwise="now"))
ETHNIC = _for_good(
    by_case(
        "ethnic",
        "民族",
        lambda on: [("han", Q(ethnic="01"))],
        {"han": "汉族", "minority": "少数民族"},
        otherwise="minority",
    )
)
EDUCATION = Cut(
    "education", "学历", Substr("education", 1, 1, output_field=CharField()), words_of(SCHOOLS), tuple(SCHOOLS)
)
OCCUPATION = Cut("occupation", "职业", "occupation", _code("occupation"), tuple(code_lists()["occupation"].names))
STANDING = by_choice("standing", "党籍状态", Standing)
FULL = by_case(
    "full",
    "身份",
    lambda on: [("probationary", Q(full_on=None))],
    {"full": "正式党员", "probationary": "预备党员"},
    otherwise="full",
)
LEAVING = Cut("standing", "怎样离开", "standing", STANDING.words, tuple(sorted(GONE)))
