"""What has been done is not asked for: 去年建成8个, 目前共有56个, …以来累计开展32场; a year before the plan's too."""

import re
from collections.abc import Iterator

from .sentence import Sentence
from .words import either

_DONE = either("建成 完成 实现 培育 打造 整治 累计 有 达 建立 发展 创建 开展 组织 举办 解决 配备 投入 命名 成立")
_SAID = re.compile(
    r"(?:^|辖区|全[镇村区县乡]|社区|我[镇村])(?:现|共)有(?=[^,;。的]{0,8}[0-9])|(?<![比较同与超年于])(?:去年|上年度?|上一年|过去(?:一|的)年|近年来|近[几两三]年|一年来|[今本]年以来|年以来|"
    rf"截至目前|截止目前|目前,?(?:全|共|已|有)|已(?:经)?(?:{_DONE})|"
    r"(?:建成|完成|获得|培育|举办|开展|解决|成立|打造|组织|发展)了|荣获|被评为|先后(?:开展|获|被|举办|建成|组织))"
)
_OF_A_YEAR = re.compile(
    r"(?:截[至止到]|[全我本][省市区县镇乡村街])?(?P<year>20[0-9]{2})年(?![度前-]|[至到~]|以前|[^,;。]{0,12}(?:的|实现|达到|力争))"
)
_AHEAD = re.compile(
    r"今年(?!以来)|年内|年底|力争|确保|计划|争取|拟|将(?!近)|再|要|应|下一步|到20|上半年|下半年|每[年季月周半]|"
    r"不少于|至少|不低于"
)


def is_past(sentence: Sentence, place: int) -> bool:
    """Whether the clause at `place` tells what has been: said in it, or before it and not taken back."""
    past = False
    for start, end in sentence.clauses:
        words = sentence.chars[start:end]
        said = list(_said(words, sentence.year))
        ahead = list(_AHEAD.finditer(words))
        if ahead and (not said or ahead[-1].start() > said[-1].start()):
            past = bool(said) and start + said[-1].start() <= place < start + ahead[-1].start()
        elif said:
            past = True
        if start <= place <= end:
            return past
    return past


def _said(words: str, year: int | None) -> Iterator[re.Match[str]]:
    """The words of a clause that place it in the past: a year before that of the plan opens it, or others."""
    opening = _OF_A_YEAR.match(words)
    if opening and year and int(opening["year"]) < year:
        yield opening
    yield from _SAID.finditer(words)
