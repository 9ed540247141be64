"""The measures of one sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .extent import extent, past_connectives
from .marks import Marks, marks
from .routines import Routine, routines
from .screening import is_asked_for
from .sentence import Sentence
from .shapes import Comparator, Period, ReadMeasure
from .spans import Limit, Quantity, Repeat
from .subjects import subject
from .text import Flow
from .words.actions import LIGHT, OPENS, RECURS
from .words.organizations import PEOPLE
from .words.units import ACTIVITIES, OCCASIONS

_ONE_OFF = re.compile(r"一次性[^,;。]{0,10}$")
# 30场次、2000人次; 下降10%和15%; 每年110学时、每5年550学时
_TOGETHER = re.compile(
    r"(?:以上|左右)?(?:、|和|及|与|或者?)(?:每[0-9]?[年月季度]{1,2}|不少于|不低于|不超过|至少|累计)*"
)
_SHARES_NUMBER = re.compile(r"(?:、|和|及|,)[\u4e00-\u9fff]{1,10}")
# 党员每年集中培训不少于32学时，书记不少于56学时: the second names whom, not what.
_NAMES_PEOPLE = re.compile(rf"(?:{PEOPLE})$")
_ACTS = re.compile(rf"{OPENS}|{RECURS}|{LIGHT}")
_COUNTS = re.compile(r"[0-9一二两三四五六七八九十百千半Xx×*_○□每按逐隔]")
_OPENS_WITH_TIME = re.compile(r".{0,2}[0-9一二三四五六七八九十今明本次当上下年岁第“]")


@dataclass
class _Made:
    """A measure whose places are still counted in the sentence."""

    start: int
    end: int
    subject: str
    quantity: Quantity
    comparator: Comparator
    owns_subject: bool = True
    period: Period | None = None
    per: str | None = None
    deadline: str | None = None


def measures(flow: Flow, original: str, year: int | None, lent_limit: Limit | None = None) -> list[ReadMeasure]:
    """Every measure of the sentence `flow`, from left to right.

    `lent_limit` is a deadline said before the sentence that holds for it too (到年底：…；…；…).
    """
    if not _COUNTS.search(flow.chars):
        return []
    sentence = Sentence(flow.chars, year)
    found = [_placed(flow, original, made) for made in _found(sentence, lent_limit)]
    return sorted(found, key=lambda measure: measure.start)


def opening_limit(flow: Flow, year: int | None) -> Limit | None:
    """The deadline that a sentence opens with; it holds for what follows its semicolons too."""
    if not _OPENS_WITH_TIME.match(flow.chars):
        return None
    return next((limit for limit in Sentence(flow.chars, year).limits if limit.start <= 2), None)


def _found(sentence: Sentence, lent_limit: Limit | None) -> Iterator[_Made]:
    before: tuple[Quantity, Marks] | None = None
    used: list[Repeat] = []
    floor = 0
    last: _Made | None = None
    taken: list[tuple[int, int]] = []
    for quantity in sentence.quantities:
        its = marks(sentence, quantity, before)
        if not is_asked_for(sentence, quantity, its, before[0] if before else None):
            continue
        made = _made(sentence, quantity, its, floor, lent_limit)
        if last and not made.owns_subject and _TOGETHER.fullmatch(sentence.chars, last.end, quantity.start):
            made.subject = last.subject
        if last and _names_another_thing(made, last):
            made.subject = last.subject
        last = made
        before, floor = (quantity, its), made.end
        if its.repeat:
            used.append(its.repeat)
        taken.append((made.start, made.end))
        yield from _siblings(sentence, made, its, used)
        yield made
    for routine in routines(sentence, used):
        if not any(start < routine.end and routine.start < end for start, end in taken):
            yield _from_routine(sentence, routine)


def _names_another_thing(made: _Made, last: _Made) -> bool:
    """Whether the subject says of whom (书记不少于56学时) or how (增长15%), so that the one before still holds."""
    if made.quantity.unit == "%":
        return made.subject in ("增长", "提高", "下降", "降低")
    alike = made.quantity.unit == last.quantity.unit and made.quantity.unit in ACTIVITIES
    return alike and bool(_NAMES_PEOPLE.search(made.subject)) and not _ACTS.match(made.subject)


def _siblings(sentence: Sentence, made: _Made, its: Marks, used: list[Repeat]) -> Iterator[_Made]:
    """街道每季度、社区每月召开一次: each period said before the last one shares its number."""
    clause = sentence.clause(made.quantity.start)[0]
    last = its.repeat
    for repeat in reversed(sentence.repeats):
        if last is None or repeat.end > last.start or repeat.start < clause:
            continue
        if not _SHARES_NUMBER.fullmatch(sentence.chars, repeat.end, last.start):
            return
        sibling = _Made(repeat.start, repeat.end, made.subject, made.quantity, made.comparator)
        sibling.period, sibling.per = repeat.period, repeat.per
        made.start = max(made.start, past_connectives(sentence, repeat.end))
        used.append(repeat)
        last = repeat
        yield sibling


def _made(sentence: Sentence, quantity: Quantity, its: Marks, floor: int, lent_limit: Limit | None) -> _Made:
    found = subject(sentence, quantity, its, floor)
    start, end = extent(sentence, quantity, its, found, floor)
    made = _Made(start, end, found[0], quantity, _comparator(quantity, its))
    made.owns_subject = bool(found[0]) and found[2] > max(floor, sentence.clause(quantity.start)[0])
    made.period, made.per = _period(sentence, quantity, its), _per(its)
    limit = its.limit or (lent_limit if not (its.repeat and its.repeat.period) else None)
    made.deadline = limit.day if limit else None
    if made.deadline and made.period is None and quantity.unit in OCCASIONS and its.repeat is None:
        made.period = "once"
    return made


def _comparator(quantity: Quantity, its: Marks) -> Comparator:
    if quantity.upper is not None or (quantity.value is None and quantity.rough):
        return "range"
    return its.comparator or ("at_least" if quantity.rough else "equal")


def _period(sentence: Sentence, quantity: Quantity, its: Marks) -> Period | None:
    if its.repeat and its.repeat.period:
        return its.repeat.period
    return "once" if "元" in quantity.unit and _ONE_OFF.search(sentence.chars, 0, quantity.start) else None


def _per(its: Marks) -> str | None:
    if its.share and its.repeat and its.repeat.per and its.repeat.per != its.share.per:
        return f"{its.share.per}每{its.repeat.per}"
    if its.share:
        return its.share.per
    return its.repeat.per if its.repeat else None


def _from_routine(sentence: Sentence, routine: Routine) -> _Made:
    made = _Made(routine.start, routine.end, routine.subject, routine.as_quantity(), routine.comparator)
    made.period, made.per = routine.repeat.period, routine.repeat.per
    clause = sentence.clause(routine.repeat.start)
    share = [word for word in sentence.shares if clause[0] <= word.start < routine.repeat.start and not word.loose]
    made.per = made.per or (share[-1].per if share else None)
    limits = [limit for limit in sentence.limits if clause[0] <= limit.start < clause[1]]
    made.deadline = limits[0].day if limits else None
    return made


def _placed(flow: Flow, original: str, made: _Made) -> ReadMeasure:
    start, end = flow.span(made.start, made.end)
    quantity = made.quantity
    return ReadMeasure(
        text=original[start:end],
        start=start,
        end=end,
        subject=flow.printed(original, made.subject).strip("*"),
        value=quantity.value,
        upper=quantity.upper,
        unit=quantity.unit,
        comparator=made.comparator,
        period=made.period,
        per=flow.printed(original, made.per) if made.per else None,
        deadline=made.deadline,
    )
