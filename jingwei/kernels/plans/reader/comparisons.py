"""不少于, 以上, 至少, 达到, 力争 -> at_least; 不超过, 以内, 控制在 -> at_most.

达到, 提升至 and 力争 are read as at least, the way targets are judged (达到90% is met by 95%); 降至 and 压减到 as at
most. A plain number is equal, also with 约 or 左右.
"""

import re

from .spans import Comparison
from .words import either

_AT_LEAST = either(
    "不少于 不得少于 不能少于 不应少于 不低于 不得低于 不能低于 不应低于 不小于 不短于 不得短于 不下于 不下 至少 "
    "最少 最低 起码 大于 大于等于 高于 超过 达到 力争 ≥ >= > 提升至 提升到 提高到 提高至 增至 增加到 增长到 "
    "扩大到 保底 须满 应满 保持在 稳定在 不亚于 多于 至少要有 至少有"
)
_AT_MOST = either(
    "不超过 不得超过 不能超过 不应超过 不超 不高于 不得高于 不能高于 不多于 不得多于 不大于 至多 最多 最高 上限 "
    "控制在 压减到 压减至 压降至 降至 降到 下降到 降低到 降低至 缩短至 缩短到 压缩至 压缩到 低于 少于 小于 ≤ <= < "
    "不突破 不超出 不晚于 不长于 精简至 精简到 减少到 减至"
)
_BEFORE = re.compile(
    rf"(?P<most>{_AT_MOST})|(?P<least>{_AT_LEAST}|突破(?![口点性])|达(?![标成州产到人])|超(?=[0-9X*])|满(?![意足分怀腔额]))"
)
# Words that compare only a number right behind them; 至少, 不少于 and 力争 may have a verb and a noun between.
_CLOSE = re.compile(r"达|突破|满|超过|高于|大于|多于|低于|少于|小于|控制|[升高增长大降减缩简持定][至到在]|[≥≤<>]")
_AFTER = re.compile(
    r"(?:\(含(?:[^()]{0,6})?\))?(?:左右)?(?:"
    r"(?P<least>(?:\(?及\)?|\(含\)|含)?以上|及以上|起(?=[,。;]|$)|\+)|(?P<most>(?:\(?及\)?)?以内|之内|以下|以里|内(?![部容外涵设置控])|封顶|为限)|(?<=工作日)(?=办结|办理|答复|回复|反馈|完成)|(?<=小时)(?=办结|答复|回复|反馈|响应|处置))(?:\(含[^()]{0,6}\))?"
)
_NEVER = re.compile(r"最多跑|达标|至少有?关")


def before(sentence: str) -> list[Comparison]:
    """Every comparing word that stands before its number, from left to right."""
    found = []
    for match in _BEFORE.finditer(sentence):
        if not _NEVER.match(sentence, match.start()):
            found.append(Comparison(match.start(), match.end(), "at_most" if match["most"] else "at_least"))
    return found


def reaches(sentence: str, found: Comparison, place: int) -> bool:
    """Whether the word still compares the number at `place`."""
    distance = place - found.end
    if sentence[found.end - 1] == "满" and distance:
        return False
    close = sentence[found.start] != "不" and _CLOSE.search(sentence, found.start, found.end)
    return distance <= (10 if close else 36)


def after(sentence: str, place: int) -> Comparison | None:
    """The comparing word right after a unit."""
    match = _AFTER.match(sentence, place)
    if match is None:
        return None
    return Comparison(match.start(), match.end(), "at_least" if match["least"] else "at_most")
