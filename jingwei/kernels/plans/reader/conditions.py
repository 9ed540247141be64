"""Quantities that only say of whom or of what something holds: 50名以上党员的社区, 连续两次, 35岁以下."""

import re

from .marks import Marks
from .sentence import Sentence
from .spans import Quantity
from .words import either
from .words.actions import MAKES
from .words.units import TIME_LIMITS

_BEFORE = re.compile(
    r"(?:连续|凡是?|未满|不满|不足|逾期|年满|满|已满|未达到?|达不到|间隔|距离?|(?<!提)前|排名[^,]{0,4}|后|末|每超过|凡超过|如|若)$"
)
_DEMANDED = re.compile(r"(?:须再任|再任|须|应)满$")
# 6个党支部每月开展1次, 对32家场所检查一遍: who or what something is asked of, when another number says how much.
_ASKED_OF = re.compile(r"[^,;。、0-9]{1,12}(?:每[年月季半周日天]|均|各|分别|检查|排查|走访|开展|轮训|巡查)")
_MAKING = re.compile(MAKES)
_TO_ITS_END = re.compile(r"[^0-9]{2,8}$")
_NOT_DONE = re.compile(r"未|不参|没有|[^,;。、]{1,12}之一")
# 由20万元提高到30万元: only the second figure is asked for.
_STARTING_FROM = re.compile(r"(?:提高|提升|增加|扩大|调整|降低|下降|缩短|压缩|增长|压减|增)(?:到|至|为)")
_TOO_LOW = re.compile(r"(?<!不)(?<!不得)低于|不足|未达到")
_RULED = either(
    "比例 要求 目标 速度 频次 频率 幅度 额度 规模 数量 时间 资金 经费 补助 奖励 补贴 增长 增幅 工作 培训 时限 "
    "力度 活动经费"
)
_OF = re.compile(rf"的(?!标准(?!化)|{_RULED})")
_OF_WHOM = re.compile(
    r"[^,;。的]{0,10}的[^,;。的]{0,8}?(?:社区|企业|单位|组织|支部|村|小区|楼宇|网格|党员|干部|人员|老人|家庭|项目|书记|非公|"
    r"农村|机关|部门|,|;)"
)
_HAS = re.compile(r"(?:有|拥有|具有|具备|凡|对|满|达到?|超过|在|少于|低于|不足|党员|人数|由)$")
_MADE = re.compile(rf"(?:{MAKES})$")
_ASKABLE = frozenset("个 名 家 户 支 处 位 所".split())
_SIZED = re.compile(r"小区|社区|企业|村|支部|党组织|单位|家庭|项目")
# Sizes: 5万元以上的村, 3年以上党龄 tell a kind, 5个以上 tells how many.
_SIZES = frozenset(
    "元 万元 亿元 千元 百万元 千万元 年 人 平方米 万平方米 亩 吨 米 层 公里 小时 天 个月 学时 分".split()
)


def is_condition(sentence: Sentence, quantity: Quantity, its: Marks) -> bool:
    """Whether the quantity tells of whom something is asked, not how much."""
    chars = sentence.chars
    before = chars[max(sentence.clause(quantity.start)[0], quantity.start - 8) : quantity.start]
    end = its.right.end if its.right else quantity.end
    limit = quantity.unit in TIME_LIMITS and its.right is not None and its.right.comparator == "at_most"
    if _STARTING_FROM.match(chars, end) or _NOT_DONE.match(chars, end):
        return True
    if not limit and _BEFORE.search(before) and not _DEMANDED.search(before):
        return True
    if _is_asked_of(sentence, quantity, before):
        return True
    if quantity.unit == "%":
        return chars[end : end + 1] == "的" and bool(_TOO_LOW.search(before))
    if limit:
        return False
    if _OF.match(chars, end):
        return not _is_demand(sentence, its) and (quantity.unit in _SIZES - {"人"} or not _MADE.search(before))
    return _is_size(sentence, quantity, its, before) or _is_of_whom(sentence, quantity, its, before)


def _is_asked_of(sentence: Sentence, quantity: Quantity, before: str) -> bool:
    start, end = sentence.clause(quantity.start)
    opens = before.endswith("对") or not _MAKING.search(sentence.chars, start, quantity.start)
    goes_on = any(quantity.end < other.start < end for other in sentence.quantities)
    given = sentence.chars.startswith(("对", "针对"), start) and before.endswith("的")
    if given and _TO_ITS_END.match(sentence.chars[quantity.end : end]):
        return True
    return opens and goes_on and quantity.unit in _ASKABLE and bool(_ASKED_OF.match(sentence.chars, quantity.end))


def _is_size(sentence: Sentence, quantity: Quantity, its: Marks, before: str) -> bool:
    """5000万元以上项目: a size followed by the noun it belongs to."""
    if quantity.unit not in _SIZES or its.repeat_is_near:
        return False
    if its.right is None:
        return its.left is None and quantity.upper is not None and bool(_SIZED.match(sentence.chars, quantity.end))
    if not re.match(r"[\u4e00-\u9fff]", sentence.chars[its.right.end : its.right.end + 1]):
        return False
    clause_end = sentence.clause(quantity.start)[1]
    more = any(quantity.end < other.start < clause_end for other in sentence.quantities)
    return more or quantity.unit != "人" or not _MADE.search(before)


def _is_of_whom(sentence: Sentence, quantity: Quantity, its: Marks, before: str) -> bool:
    """有3名以上正式党员的企业…"""
    if its.left is not None and its.left.end != quantity.start:
        return False
    opens = quantity.start == sentence.clause(quantity.start)[0]
    end = its.right.end if its.right else quantity.end
    if not (opens or _HAS.search(before)) or _is_demand(sentence, its):
        return False
    return _OF_WHOM.match(sentence.chars, end) is not None and sentence.chars[end : end + 1] not in ("", ",", ";", "。")


def _is_demand(sentence: Sentence, its: Marks) -> bool:
    """Whether the comparing word can only be a demand: 不少于, 至少 and the like, unlike 超过 or 达到."""
    if its.left is None:
        return its.repeat is not None and its.repeat_is_near and sentence.chars[its.repeat.start] in "每按逐全一"
    return sentence.chars[its.left.start] in "不至最起≥须应"
