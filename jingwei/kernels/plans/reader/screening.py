"""Is a quantity one that the plan asks for? Slogans, conditions, what exists already and what was done are not."""

import re

from .conditions import is_condition
from .marks import Marks
from .past import is_past
from .sentence import Sentence
from .slogans import TENDS_TO_BE_A_WORD
from .spans import Quantity
from .subjects import noun_behind
from .words import either
from .words.actions import DESCRIBES, MAKES, THEMES
from .words.slogans import ABSTRACT, HALF_ABSTRACT
from .words.units import RARE, SPANS, TIME_LIMITS

_RATES = ("%", "‰", "个百分点", "百分点", "倍")
_EXISTING = either(
    "全街道 辖区 辖区内 辖内 所辖 下辖 现有 共有 已有 原有 原 全体 本街道 上述 以上 该 这 其余 其他 剩余 共 包括 "
    "涉及 涵盖 分 分成 分为 前 后 末 近 过去 最近 首 将 把 对 从 由 以 于 针对 围绕 聚焦 紧扣 按 按照 立足 突出 “"
)
_SCOPE = re.compile(rf"(?:全[省市区县镇乡村街]|[我本][镇区县市街村乡]|覆盖全[镇区县市]的?|{_EXISTING})$")
_OF_ALL = re.compile(r"完成(?:对)?(?:全[省市区县镇乡村]|全街道|辖区内?|所有)$")
_IN_ALL = ("共", "计", "共计")
_LASTS = re.compile(r"(?:为期|脱产|培训|挂职|不间断|集中|轮训|学习|再任|须任|任满|持续|保持)[^,;。]{0,6}$")
_NEWCOMERS = re.compile(r"的?(?:新|发展|入|退|任|毕业)")
_BY_MEANS_OF = ("用", "通过", "经过")
_VERB = re.compile(rf"(?P<makes>{MAKES})|(?P<themes>{THEMES})")
_DESCRIBES = frozenset(DESCRIBES.split("|"))
_LISTS = frozenset("明确 确定 形成 总结 安排 推广".split())
# Units that also count abstract things (三个方面, 五项职权) and so depend on the noun.
_VAGUE = frozenset("个 项 条 类 种 套 面 件 支 张 篇 对 层 批 本 块 片 门 根 队 班 组 起 轮 场".split())
_ABSTRACT = re.compile(rf"^(?:{ABSTRACT})|(?:{ABSTRACT})$")
_ABSTRACT_OPENS = re.compile(ABSTRACT)
_HALF_ABSTRACT = re.compile(rf"(?:{HALF_ABSTRACT})$|^(?:{HALF_ABSTRACT})(?:$|[,;。、:])")
_ONE_OF_A_KIND = ("主题", "重点", "路子", "新路")


def is_asked_for(sentence: Sentence, quantity: Quantity, its: Marks, before: Quantity | None) -> bool:
    """Whether the plan asks for this quantity. `before` is the measure found before it in the sentence."""
    if is_past(sentence, quantity.start) or is_condition(sentence, quantity, its):
        return False
    if (quantity.unit in TIME_LIMITS | SPANS) and quantity.unit != "天":
        return _lasts(sentence, quantity, its)
    if quantity.unit == "天" and not _lasts(sentence, quantity, its):
        return False
    if _is_figure_of_speech(sentence, quantity, its) or _is_abstract(sentence, quantity, its):
        return False
    if quantity.unit in _RATES or _is_marked(its) or its.right or its.lent:
        return True
    return _is_made(sentence, quantity, before)


def _is_marked(its: Marks) -> bool:
    return bool(its.left or its.repeat_is_near or (its.share and not its.share.loose))


def _lasts(sentence: Sentence, quantity: Quantity, its: Marks) -> bool:
    """A length of time is asked for when it is compared, is a time limit (3个工作日内), or how long something lasts."""
    before = sentence.chars[: quantity.start]
    if its.right and its.right.comparator == "at_most":
        return not _NEWCOMERS.match(sentence.chars, its.right.end)
    if (quantity.unit == "日" and not its.left) or before.endswith(_BY_MEANS_OF):
        return False
    if its.left or its.lent or its.right or (its.repeat_is_near and quantity.unit in ("天", "小时")):
        return True
    if its.share and not its.share.loose and quantity.unit in ("天", "小时"):
        return True
    return bool(_LASTS.search(before)) and not _SCOPE.search(before[-4:])


def _is_figure_of_speech(sentence: Sentence, quantity: Quantity, its: Marks) -> bool:
    """一批, 一张网, 新一轮, 百万元村: numerals in characters that are half a word."""
    if not quantity.spoken:
        return False
    if quantity.value == 1 and quantity.unit == "批":
        return True
    if quantity.unit in RARE and not _is_marked(its):
        return True
    bare_size = sentence.chars[quantity.start] in "百千" and quantity.value in (100, 1000)
    if bare_size and its.left is None and re.match(r"[\u4e00-\u9fff]", sentence.chars[quantity.end : quantity.end + 1]):
        return True
    return bool(TENDS_TO_BE_A_WORD.search(sentence.chars[: quantity.start + 1]))


def _is_abstract(sentence: Sentence, quantity: Quantity, its: Marks) -> bool:
    if quantity.unit not in _VAGUE:
        return False
    end = its.right.end if its.right else quantity.end
    noun = noun_behind(sentence.chars, end)[0]
    if _ABSTRACT.search(noun) or _ABSTRACT_OPENS.match(sentence.chars, end):
        return its.left is None or noun.startswith("方面")
    if _HALF_ABSTRACT.search(noun) and not (its.left or its.right):
        verb = _last_verb(sentence, quantity)
        return quantity.spoken or verb is None or not verb["makes"] or verb[0] in _LISTS
    if noun[:1].isdigit() or noun.startswith("百分"):
        return True
    return quantity.spoken and quantity.value == 1 and its.left is None and noun.endswith(_ONE_OF_A_KIND)


def _last_verb(sentence: Sentence, quantity: Quantity) -> re.Match[str] | None:
    found = list(_VERB.finditer(sentence.chars, sentence.clause(quantity.start)[0], quantity.start))
    return found[-1] if found else None


def _is_made(sentence: Sentence, quantity: Quantity, before: Quantity | None) -> bool:
    """A bare count is asked for when something is done to get it: 建设3个口袋公园, 示范村5个."""
    chars = sentence.chars
    start = sentence.clause(quantity.start)[0]
    if _OF_ALL.search(chars, start, quantity.start) or (before and chars[before.end : quantity.start] in _IN_ALL):
        return True
    if _SCOPE.search(chars, max(start, quantity.start - 6), quantity.start):
        return _is_trial(chars, quantity)
    verb = _last_verb(sentence, quantity)
    if verb and verb["themes"] and (quantity.spoken or verb[0] in _DESCRIBES or quantity.start - verb.end() <= 3):
        return _is_trial(chars, quantity)
    if verb:
        return not quantity.spoken or quantity.start - verb.start() <= 22
    if before is not None and quantity.start - before.end <= 40:
        return not quantity.spoken or sentence.clause(before.start) == sentence.clause(quantity.start)
    return not quantity.spoken and _stands_in_a_list(chars, quantity, start)


def _stands_in_a_list(chars: str, quantity: Quantity, start: int) -> bool:
    """Without a verb: 公推40名…, or a target set behind its name (示范村5个)."""
    if 0 < quantity.start - start <= 6:
        return not re.match(r"[对将把从在以由]|.*的$", chars[start : quantity.start])
    return quantity.value is None or chars[quantity.end : quantity.end + 1] in ("", ",", ";", "。", "、", ")")


def _is_trial(chars: str, quantity: Quantity) -> bool:
    """在3个社区试点."""
    chosen = chars[quantity.start - 1 : quantity.start] in ("在", "选")
    return chosen and not quantity.spoken and "试点" in chars[quantity.end : quantity.end + 12]
