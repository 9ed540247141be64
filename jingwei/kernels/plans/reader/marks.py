"""What a sentence says of one quantity: compared how, how often, for what, until when."""

import re
from dataclasses import dataclass

from . import comparisons, repeats
from .numerals import CHINESE_DIGITS
from .sentence import Sentence
from .shapes import Comparator
from .spans import Comparison, Limit, Quantity, Repeat, Share
from .words.actions import MAKES
from .words.organizations import PEOPLE
from .words.units import ACTIVITIES, LENGTHS, SPANS, TIME_LIMITS

_WHOLE = re.compile(r"全[省市区县镇乡村]|全街道|总(?:面积|量|数|额|时长|计)|合计")
_ALTERNATIVE = re.compile(r"[^,;。]{0,16}(?:、|和|及|以及|或者?|并)[^,;。]{0,14}")
_ADDS = re.compile(
    r"(?:其中|累计|时间|总|并|且|至少|不少于|不低于|每次|每期|每人|集中|参加|开展|组织|举办|专题|召开|听取|走访|慰问|讲授|联系|接访|下访|督查|检查|调研|观摩|安排|培训|学习|全员|原则上|一般|进行|或|要|应|需|均|都)"
)


# …，班子成员至少1次: the same, asked of others.
_ASKS_OTHERS = re.compile(rf"[^,;。]{{0,12}}(?:{PEOPLE})(?:至少|不少于|不低于|不得少于|[0-9])")
_BEGINS_ANEW = re.compile("开展|举办|组织|召开|安排")
_GOES_ON = re.compile(
    rf"(?:{MAKES}|至少|不少于|不低于|每[年季月周半日]|其中|并|且|要|应|须|累计|全年|年内|到?年底|[0-9{CHINESE_DIGITS}]|重点|定期|同时)"
)


@dataclass(frozen=True)
class Marks:
    """`left` and `right` stand in the sentence beside the quantity; `lent` is taken from the quantity before it."""

    left: Comparison | None = None
    right: Comparison | None = None
    lent: Comparator | None = None
    repeat: Repeat | None = None
    repeat_is_near: bool = False
    share: Share | None = None
    limit: Limit | None = None

    @property
    def comparator(self) -> Comparator | None:
        found = self.right or self.left
        return found.comparator if found else self.lent


def marks(sentence: Sentence, quantity: Quantity, before: "tuple[Quantity, Marks] | None") -> Marks:
    """Everything said of `quantity`; `before` is the measure before it in the sentence and what was said of that."""
    left = _left(sentence, quantity)
    right = comparisons.after(sentence.chars, quantity.end)
    end = right.end if right else quantity.end
    behind = repeats.suffix(sentence.chars, end)
    near = behind if behind and behind.period else _near_repeat(sentence, quantity)
    repeat = near or _far_repeat(sentence, quantity, before)
    lent = None if left or right or before is None else _lent(sentence, quantity, *before)
    share = _share(sentence, quantity)
    if behind and behind.per and share is None:
        share = Share(behind.start, behind.end, behind.per)
    limit = _limit(
        sentence,
        quantity,
        recurring=(repeat is not None and repeat.period is not None) or _is_time_limit(quantity, left or right),
    )
    return Marks(left, right, lent, repeat, near is not None, share, limit)


def _left(sentence: Sentence, quantity: Quantity) -> Comparison | None:
    floor = sentence.floor(quantity)
    found = [word for word in sentence.comparisons if floor <= word.start and word.end <= quantity.start]
    if found and comparisons.reaches(sentence.chars, found[-1], quantity.start):
        return found[-1]
    return None


def _lent(sentence: Sentence, quantity: Quantity, other: Quantity, its: Marks) -> Comparator | None:
    """至少组织一次观摩或举办一次讲座: the word before the first quantity holds for the second one."""
    if its.left is None or not (its.left.end - its.left.start > 1 and other.end <= quantity.start):
        return its.lent if its.lent and _joined(sentence, other, quantity) else None
    if sentence.chars[its.left.start : its.left.end] in ("达到", "超过", "突破", "力争"):
        return None
    return its.left.comparator if _joined(sentence, other, quantity) else None


def _joined(sentence: Sentence, other: Quantity, quantity: Quantity) -> bool:
    return bool(_ALTERNATIVE.fullmatch(sentence.chars, other.end, quantity.start))


def _near_repeat(sentence: Sentence, quantity: Quantity) -> Repeat | None:
    start, end = sentence.clause(quantity.start)
    found = [word for word in sentence.repeats if start <= word.start and word.end <= quantity.start]
    if found and not _belongs_to_another(sentence, found[-1], quantity):
        return None if _is_overtaken(sentence, found[-1], quantity) else found[-1]
    behind = [word for word in sentence.repeats if quantity.end <= word.start and word.end <= end]
    return behind[0] if behind and behind[0].start == quantity.end and behind[0].end == end else None


def _is_overtaken(sentence: Sentence, repeat: Repeat, quantity: Quantity) -> bool:
    """每季度评定1次、年终汇总1次: the second number has a time of its own."""
    ahead = [limit for limit in sentence.limits if repeat.end <= limit.start < quantity.start]
    return bool(ahead) and _another_between(sentence, repeat.end, ahead[-1].start)


def _another_between(sentence: Sentence, start: int, end: int) -> bool:
    return any(start <= other.start < end for other in sentence.quantities if other.unit != "年")


def _belongs_to_another(sentence: Sentence, repeat: Repeat, quantity: Quantity) -> bool:
    """年收入50万元以上的强村3个: the year is the income's, not the villages'."""
    if sentence.chars[repeat.start] not in "年月日周":
        return False
    return any(repeat.end <= other.start < quantity.start for other in sentence.quantities)


def _far_repeat(sentence: Sentence, quantity: Quantity, before: "tuple[Quantity, Marks] | None") -> Repeat | None:
    """每年学习不少于40学时，且脱产1次: the period holds on in the next clause of the same kind."""
    right = comparisons.after(sentence.chars, quantity.end)
    if right and right.comparator == "at_most":
        return None
    start = sentence.clause(quantity.start)[0]
    part = sentence.chars.startswith("其中", start) and quantity.unit != "%"
    if (not part and quantity.unit not in ACTIVITIES | SPANS) or _limit_in_clause(sentence, quantity):
        return None
    clause = sentence.clause_before(quantity.start)
    if clause is None or sentence.chars[clause[1]] not in ",:":
        return None
    if not _ADDS.match(sentence.chars, start) and not _asks_alike(sentence, quantity, before):
        return None
    inside = [word for word in sentence.repeats if clause[0] <= word.start and word.end <= clause[1]]
    if inside:
        return (
            None if inside[-1].period in ("day", "week") and _BEGINS_ANEW.match(sentence.chars, start) else inside[-1]
        )
    other = before[1].repeat if before and clause[0] <= before[0].start < clause[1] else None
    return other


def _asks_alike(sentence: Sentence, quantity: Quantity, before: "tuple[Quantity, Marks] | None") -> bool:
    """党员每年不少于32学时，书记不少于56学时: the same unit, asked of others."""
    if before is None or before[0].unit != quantity.unit:
        return False
    others = _ASKS_OTHERS.match(sentence.chars, sentence.clause(quantity.start)[0])
    return quantity.unit in LENGTHS or others is not None


def _share(sentence: Sentence, quantity: Quantity) -> Share | None:
    start, _ = sentence.clause(quantity.start)
    here = [word for word in sentence.shares if start <= word.start and word.end <= quantity.start]
    if here and not (here[-1].loose and (quantity.unit in ACTIVITIES | SPANS or quantity.unit.endswith(("%", "学时")))):
        return here[-1]
    if _WHOLE.search(sentence.chars, start, quantity.start) or here:
        return None
    if quantity.unit == "%" or not _GOES_ON.match(sentence.chars, start):
        return None
    ahead = [word for word in sentence.shares if word.end <= start and not word.loose and start - word.end <= 50]
    if ahead and sentence.chars.find(";", ahead[-1].end, start) < 0 and not _is_round(sentence, ahead[-1]):
        return None if _stays_in_its_clause(sentence, quantity, ahead[-1]) else ahead[-1]
    return None


def _stays_in_its_clause(sentence: Sentence, quantity: Quantity, share: Share) -> bool:
    """按照每300户…的标准 sets a scale for its clause alone; money per head says nothing of meetings."""
    scale = sentence.chars[max(0, share.start - 1) : share.start] in ("照", "按", "以")
    inside = share.start > sentence.clause(share.start)[0] + 1
    density = share.per[0] in "百千万" or (share.per[0].isdigit() and inside)
    return scale or density or ("元" in quantity.unit) != _is_money(sentence, share)


def _is_money(sentence: Sentence, share: Share) -> bool:
    end = sentence.clause(share.start)[1]
    return any(share.end <= other.start < end and "元" in other.unit for other in sentence.quantities)


def _is_round(sentence: Sentence, share: Share) -> bool:
    return share.end - share.start <= 2 and share.per in "次期场届轮批件项例节堂桌处个名家条篇"


def _limit(sentence: Sentence, quantity: Quantity, recurring: bool) -> Limit | None:
    here = _limit_in_clause(sentence, quantity)
    if here or recurring:
        return here
    start, end = sentence.clause(quantity.start)
    ahead = [word for word in sentence.limits if word.end <= start and start - word.end <= 90]
    if ahead and _is_afterthought(sentence, ahead[-1]) and _another_between(sentence, 0, ahead[-1].start):
        return None
    if ahead and (ahead[-1].start - sentence.clause(ahead[-1].start)[0] <= 6):
        return ahead[-1]
    return next(
        (word for word in sentence.limits if end < word.start <= end + 80 and _is_afterthought(sentence, word)), None
    )


def _is_time_limit(quantity: Quantity, compared: Comparison | None) -> bool:
    return quantity.unit in TIME_LIMITS and compared is not None and compared.comparator == "at_most"


def _is_afterthought(sentence: Sentence, limit: Limit) -> bool:
    """…3个、…5个，9月底前投入使用: a clause that opens with a deadline and has no number of its own."""
    start, end = sentence.clause(limit.start)
    later = sentence.year is not None and limit.day[:4].isdigit() and int(limit.day[:4]) > sentence.year
    return (
        limit.start - start <= 4 and not later and not any(start <= other.start < end for other in sentence.quantities)
    )


def _limit_in_clause(sentence: Sentence, quantity: Quantity) -> Limit | None:
    start, end = sentence.clause(quantity.start)
    inside = [word for word in sentence.limits if start <= word.start < end]
    before = [word for word in inside if word.end <= quantity.start]
    if before or not inside:
        return before[-1] if before else None
    opens_next = sentence.chars[inside[0].start - 1] == "、" and _another_between(sentence, inside[0].end, end)
    return None if opens_next or _another_between(sentence, quantity.end, inside[0].start) else inside[0]
