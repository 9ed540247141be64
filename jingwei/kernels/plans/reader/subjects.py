"""What a quantity counts: the noun behind it (2名 社工师), else the words before it (集中培训 不少于2次)."""

import re

from .marks import Marks
from .sentence import Sentence
from .spans import Quantity
from .words.actions import DONE, OPENS
from .words.actions import LIGHT as _LIGHT
from .words.units import ACTIVITIES, TIME_LIMITS

LONGEST = 24
_EDGE = re.compile(r"[,;。:!?、)]|以及|(?<=[\u4e00-\u9fff]{2})(?:和|及|与|或者?|并|且)(?=[\u4e00-\u9fff0-9“])")
_INSIDE = re.compile(r"“[^“”]{1,20}”|\([^()]{1,10}\)(?=[\u4e00-\u9fff])|《[^《》]{1,20}》")
_VERB_BEHIND = re.compile(
    r"(?<=.{2})(?:抓|再(?=建|新)|专职(?=抓|从事|负责)|要(?!求)|应(?!急)|须|与|按|用于|由|负责|参加|参与|推动|促进|进行|组成|作为|纳入|担任|兼任|签订|修订|成立|分别(?!为)|全覆盖|从事|开展|协助|联系|驻(?=[村点企])|入(?=[村户驻企校])|到(?![位岗会期账底场])|常态化|给予|实施|实现|达到|超过|突破|不少于|不低于|不超过|完成|建成|的(?:标准(?!化)|要求|比例|原则|目标|方式|思路|模式))"
)
_NOT_A_NOUN = re.compile(
    r"^(?:的(?:比例|标准(?!化)|要求|目标|速度|频次|频率|幅度|额度|规模|数量|时间)|左右|办结|内|后(?![备勤台进])|方可|不少于|不低于|不超过|至少|完成|以|予以|给予|进行|,|。|;|纳入|达到|并|和|或|及|至|到|/|共[0-9]|计[0-9]|合计|总计|累计|标准(?:落实|安排|列支|拨付|核定|配备|提取|发放|给予|建设|足额)|提出|作出|反馈|回复|回应|响应|由|对|向|用于|起|且|落实)"
)
_RATED = re.compile(
    r"的(?:比例|标准(?!化)|额度|规模)(?:设置|安排|提取|拨付|配备|核定|发放|列支|落实|给予|建设|预留|选聘|配置|足额|储备|培养|选配|选派|划分|打造|推选|推荐|产生|确定|评选|选树)+"
)
_LIGHT_END = re.compile(
    rf"(?:(?<![党会团社群机牌])组织|(?<![回响供反对感])应|(?<![线以网马])上|(?!组织|应)(?:{_LIGHT})|(?<![侵独])占|由(?:每人每月)?[0-9.]{{1,6}}[\u4e00-\u9fff%]{{1,3}}|[了过、(])$"
)
_LIGHT_START = re.compile(
    r"^(?:其中|,|20[0-9]{2}年(?!度)|较(?:20[0-9]{2}|上|去)年|[^,;。]{2,16}带头(?!人)|计划(?!生育)|拟|今年|全部|共(?![驻建享同青])|组织(?![部委科办生振力关])|开展|召开|举办|同时|及时|对(?![口象接标比]|照检查)|在(?![职册校岗编])|拥有|有(?![关效条])|为|"
    r"要(?![素求])|应当?(?!急)|须|需(?!求)|必须|原则上|一般(?=[每由不至召])|都(?!市)|均|再(?![生任])|以(?![上下内])|按照|按(?![期时摩揭质序规键])|把(?!关)|将|由|给予|继续|全面|积极(?!分子)|参加(?!人)|参与(?![率度])|从[^,;。]{1,10}中|[0-9]{1,4}[个名家户支处位所]|与(?!会)|各(?=组织|开展|办|举办|召开)|进一步|坚持|确保|保证|力争|努力|推动|"
    r"实现|的|严格|落实(?!率)|[上下]午|中(?![心小层医国央共])|内(?!部)|[0-9]{1,2}[日号](?:左右|前|底)?|前(?![置期沿])|和(?![谐解睦])|或者?|并(?![联轨])|、)+(?!率)"
)
_NUMBER_ALONE = re.compile(r"[0-9.]+(?!岁)[\u4e00-\u9fff%]{1,3}$")
_MADE = re.compile(rf"(?:{OPENS})+")
_DONE = re.compile(rf"(?:{DONE})+(?=[^,;。]{{0,2}}$)")
_DONE_BEHIND = re.compile(
    r"(?:办结|回应|响应|反馈|答复|回复|完成[\u4e00-\u9fff]{0,4}|上报|处置|整改|到达[\u4e00-\u9fff]{0,4})"
)


def subject(sentence: Sentence, quantity: Quantity, its: Marks, floor: int) -> tuple[str, int, int]:
    """The subject and its place in the sentence; an empty one where nothing is named.

    `floor` is where the measure before it ends.
    """
    end = max(quantity.end, its.right.end if its.right else 0)
    shares_clause = floor > sentence.clause(quantity.start)[0]
    after = _DONE_BEHIND.match(sentence.chars, end)
    if quantity.unit in TIME_LIMITS and its.right and shares_clause and after:
        return after[0], after.start(), after.end()
    behind = noun_behind(sentence.chars, end)
    if behind[0] and quantity.unit != "%":
        return behind
    before = _words_before(sentence, quantity, its, floor)
    if before[0]:
        return before
    return behind if behind[0] else _from_clause_before(sentence, quantity)


def noun_behind(chars: str, place: int) -> tuple[str, int, int]:
    """The noun phrase that begins at `place`, up to a sign, a conjunction or the next verb."""
    rated = _RATED.match(chars, place)
    place = rated.end() if rated else place
    if _NOT_A_NOUN.match(chars[place : place + 6]):
        return "", place, place
    start = place + 1 if chars[place : place + 1] == "的" else place
    window = chars[start : start + LONGEST]
    edge = _EDGE.search(_INSIDE.sub(lambda inner: "□" * len(inner[0]), window))
    window = window[: edge.start()] if edge else window
    window = window if "(" not in window or ")" in window else window[: window.index("(")]
    verb = _VERB_BEHIND.search(window)
    window = window[: verb.start()] if verb else window
    return window, start, start + len(window)


def _words_before(sentence: Sentence, quantity: Quantity, its: Marks, floor: int) -> tuple[str, int, int]:
    made = quantity.unit not in ACTIVITIES
    spared = ("", quantity.start, quantity.start)
    for left, right in _pieces(sentence, quantity, its, floor):
        words, start, end = _noun_of(sentence.chars, left, right)
        if words and made and (verb := _MADE.match(words)) and len(words) - verb.end() >= 2:
            return words[verb.end() :], start + verb.end(), end
        if words:
            return words, start, end
        last = _DONE.search(sentence.chars[left:right])
        if last and not spared[0]:
            spared = last[0], left + last.start(), left + last.end()
    if spared[0]:
        return spared
    after = _DONE_BEHIND.match(sentence.chars, max(quantity.end, its.right.end if its.right else 0))
    if after:
        return after[0], after.start(), after.end()
    return "", quantity.start, quantity.start


def _pieces(sentence: Sentence, quantity: Quantity, its: Marks, floor: int) -> list[tuple[int, int]]:
    """The stretches of the clause before the quantity, between the marks, the nearest first."""
    start = sentence.clause(quantity.start)[0]
    end = its.left.start if its.left else quantity.start
    marks = sorted(
        (mark.start, mark.end)
        for mark in (its.repeat, its.share, its.limit)
        if mark and start <= mark.start and mark.end <= end
    )
    floor = max(floor, start)
    pieces = []
    if its.left and quantity.unit not in ("%", "倍"):
        within = [mark.end for mark in (its.repeat, its.share) if mark and its.left.end <= mark.end <= quantity.start]
        inner = max([its.left.end, *within])
        pieces.append((inner, quantity.start))
    for mark_start, mark_end in reversed(marks):
        pieces.append((max(floor, mark_end), end))
        end = mark_start
    return [*pieces, (floor, end)]


def _from_clause_before(sentence: Sentence, quantity: Quantity) -> tuple[str, int, int]:
    """…经费由街道下拨，每年不低于X万元: the subject stands at the head of the clause before."""
    nothing = ("", quantity.start, quantity.start)
    clause = sentence.clause_before(quantity.start)
    if clause is None:
        return nothing
    counted = [other.start for other in sentence.quantities if clause[0] <= other.start < clause[1]]
    places = [(mark.start, mark.end) for mark in sentence.repeats] + [
        (mark.start, mark.end) for mark in sentence.limits
    ]
    marked = [(mark_start, mark_end) for mark_start, mark_end in places if clause[0] <= mark_start < clause[1]]
    start = max([clause[0], *(mark_end for mark_start, mark_end in marked if mark_start <= clause[0] + 2)])
    end = min([clause[1], *counted, *(mark_start for mark_start, _ in marked if mark_start > start)])
    opening = _LIGHT_START.match(sentence.chars[start:end])
    start += opening.end() if opening else 0
    words, words_start, _ = noun_behind(sentence.chars, start)
    words = words[: max(0, end - words_start)]
    made = _MADE.match(words)
    if made and made.end() == len(words) and counted:
        return noun_behind(sentence.chars, max(other.end for other in sentence.quantities if other.start == counted[0]))
    if made and len(words) - made.end() >= 2:
        words, words_start = words[made.end() :], words_start + made.end()
    return (words, words_start, words_start + len(words)) if words else nothing


def _noun_of(chars: str, start: int, end: int) -> tuple[str, int, int]:
    while end > start and (light := _LIGHT_END.search(chars[start:end])) and light[0]:
        end = start + light.start()
    opening = _LIGHT_START.match(chars[start:end])
    start = min(end, start + (opening.end() if opening else 0))
    edge = chars.rfind("、", start, end)
    if edge >= start:
        start = edge + 1
    closing = chars.find(")", start, end)
    if closing >= 0 and chars.find("(", start, closing) < 0:
        start = closing + 1
    if end - start > LONGEST:
        start = max(start, chars.rfind(")", start, end) + 1, end - LONGEST - 12)
    named = start < end and not _NUMBER_ALONE.match(chars[start:end])
    return (chars[start:end], start, end) if named else ("", start, start)
