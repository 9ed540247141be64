"""Who has to do it: the organization that begins a clause, the one after 由, and what stands under 责任单位."""

import re
from dataclasses import dataclass

from .deadlines import deadlines
from .spans import Limit, clauses
from .words.acting import BEGINS_DOING, NAMES_NOBODY
from .words.organizations import OFFICES, PARTY, PEOPLE, PLACES

_LONGEST = 60
_HEAD = rf"(?:{PARTY}|{OFFICES}|{PLACES}|{PEOPLE})"
_ENDS_IN_HEAD = re.compile(rf"(?:{_HEAD})(?:\([^()]{{1,10}}\))?(?:等|们)?$")
_ACT = re.compile(
    r"(?!应急|再就业|要[点素]|对[口接]|与会|为民|为老)(?:"
    + BEGINS_DOING
    + ")|在(?![职册校岗编])|组织(?=[^部委科办生关建力、,])"
)
_MODAL = re.compile(r"(?:要|应|须|需|必须|负责|共同|按照|分别|结合|根据|积极|主动|切实|统一)")
_LEAD_IN = re.compile(r"^(?:由|要求|督促|指导|推动|确保|同时|其中|引导|到年底|年内|组织(?![部委科办、]))")
_NAMES_NOBODY = re.compile(f"^(?:{NAMES_NOBODY})")
_LABELS = (
    r"(?:牵头|责任|主责|配合|协同|协办|承办|主办|落实|参与|实施|完成|督办)(?:单位|部门|科室|领导|人|主体|组织)|"
    r"(?:单位|部门|科室)|分管领导|责任分工|责任"
)
_TAIL = re.compile(
    rf"[(\[]?(?P<label>{_LABELS}):(?P<who>(?:[^:;。()\[\]]|\([^()]{{1,16}}\)){{2,160}}?)"
    rf"(?=[;。)\]]|(?:,|、)?(?:{_LABELS}|完成时限|完成时间|时限|时间):|$)"
)
_ALL_YEAR = re.compile(r"(?:全年|长期|常年|持续推进|长期坚持|贯穿全年|按时间节点|定期|每年)")
_OFFICE = re.compile(rf"(?:{PARTY}|{OFFICES}|各[\u4e00-\u9fff]{{0,4}}(?:{PLACES}))$")
_TIME = re.compile(r"[(\[,;。]?(?:完成)?(?:时限|时间|期限)(?:要求)?:(?P<when>[^;。()\[\]]{2,40})")
_WHOLE_TAIL = re.compile(rf"[(\[]?(?:(?:{_LABELS})|(?:完成)?(?:时限|时间|期限)(?:要求)?):")


@dataclass(frozen=True)
class Tail:
    """What （责任单位：…；完成时限：…） says: names, and a deadline for what has none."""

    actors: tuple[str, ...]
    limit: Limit | None


def actors(sentence: str) -> tuple[str, ...]:
    """The actors that the sentence itself names, in order."""
    found: list[str] = []
    spans = clauses(sentence)
    for position, (start, end) in enumerate(spans):
        following = spans[position + 1][0] if position + 1 < len(spans) else len(sentence)
        for who in (_leading(sentence, start, end, following), _after_by(sentence[start:end])):
            found += [name for name in split(who) if name not in found]
    return tuple(found)


def _leading(sentence: str, start: int, end: int, following: int) -> str:
    """The organizations that begin a clause and are followed by what they do."""
    words = sentence[start:end]
    words = words[lead.end() :] if (lead := _LEAD_IN.match(words)) else words
    for act in _ACT.finditer(words, 1, _LONGEST):
        if _is_named(words[: act.start()]):
            return words[: act.start()]
    ends_clause = len(words) <= _LONGEST and _MODAL.match(sentence, following) is not None
    return words if ends_clause and _is_named(words) else ""


def _is_named(who: str) -> bool:
    if re.search(r"由|每|[0-9]|走访|慰问|经费", who):
        return False
    return bool(_ENDS_IN_HEAD.search(who)) and not _NAMES_NOBODY.match(who) and "的" not in who[:-6]


def _after_by(words: str) -> str:
    place = words.find("由", 1)
    if place < 0:
        return ""
    rest = words[place + 1 : place + 1 + _LONGEST]
    for act in _ACT.finditer(rest, 1):
        if _is_named(rest[: act.start()]):
            return rest[: act.start()]
    return ""


def tail(words: str, year: int | None, closed: bool = False) -> Tail | None:
    """The names and the deadline of a line of responsibility; None when `words` is none.

    `closed` tells that a full stop ends it, so that it is a sentence and no cell of a table.
    """
    if not _WHOLE_TAIL.match(words):
        return None if closed else _cell(words, year)
    names: list[str] = []
    for match in _TAIL.finditer(words):
        names += [name for name in split(match["who"]) if name not in names]
    when = _TIME.search(words)
    limits = deadlines(when["when"], year) if when else []
    return Tail(tuple(names), limits[-1] if limits else None)


def _cell(words: str, year: int | None) -> Tail | None:
    """A cell of a table, or a line, that holds nothing but names or nothing but a deadline."""
    if len(words) > 60 or words.startswith(("发展", "建设", "服务")):
        return None
    if _ALL_YEAR.fullmatch(words):
        return Tail((), None)
    limits = deadlines(words, year)
    if limits and limits[0].start == 0 and limits[-1].end >= len(words) - 2 and len(words) <= 16:
        return Tail((), limits[-1])
    names = split(words)
    if (
        names
        and not re.search(r"[0-9%]|成立|建立|组建", words)
        and all(len(name) <= 14 and _OFFICE.search(name) and not _NAMES_NOBODY.match(name) for name in names)
    ):
        return Tail(tuple(names), None)
    return None


def split(who: str) -> list[str]:
    """各村、各社区和民政局 -> its names, brackets kept whole."""
    names = []
    depth = 0
    name = ""
    for char in re.sub(r"以及|会同", "、", who) + "、":
        depth += (char == "(") - (char == ")")
        if char in "、,和及与" and depth <= 0:
            names.append(name.partition("等")[0].strip("按由 "))
            name = ""
        else:
            name += char
    return [name for name in names if len(name) >= 2 or name in ("村", "镇")]
