"""What must hold of a member's record: ages, the three days of joining, codes, the number of the identity card."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from jingwei.organizations.rules import months_later
from jingwei.regulations.library import Parameter, Value, parameter

from .codes import code_lists
from .identity import birth_of, gender_of, id_problem, phone_problem

MIN_AGE = parameter("admission.min_age")
PROBATION = parameter("admission.probation_years")
APPROVAL = parameter("admission.approval_months")
EXTENSION = parameter("admission.extension_max_months")
CODED = {"gender": "性别", "ethnic": "民族", "education": "学历", "occupation": "职业"}
CHECK_PAPERS = "请对照入党志愿书和本人档案核对。"


@dataclass(slots=True)
class Record:
    """A member's record as it would be. Codes as of codes.yaml; numbers already cleaned (identity.py)."""

    name: str
    gender: str
    born_on: date
    ethnic: str
    education: str
    occupation: str
    joined_on: date
    approved_on: date | None = None
    full_on: date | None = None
    id_number: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Problem:
    """Something wrong (`stops`) or doubtful in a record: the column, what, by which article, what next."""

    column: str
    text: str
    basis: str = ""
    next_step: str = CHECK_PAPERS
    stops: bool = True


def problems(record: Record, *, on: date) -> list[Problem]:
    """All that is wrong or doubtful, in the order of the columns."""
    held = bounds(record.joined_on)
    found = [*_plain(record), *_age(record, on, held), *_approval(record, on, held), *_full(record, on, held)]
    return [*found, *_numbers(record)] if record.id_number or record.phone else found


def _plain(record: Record) -> Iterator[Problem]:
    name = record.name
    if not name.isalpha() and (not name.strip() or any(map(str.isdigit, name))):
        yield Problem("name", "姓名要写汉字，不能空着，也不能有数字。")
    lists = code_lists()
    for column, title in CODED.items():
        if getattr(record, column) not in lists[column].names:
            standard = lists[column].standard
            yield Problem(column, f"{title}不在国家标准的代码里（{standard}）。", next_step="请从列出的选项里选。")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What follows from the day of joining alone: the age asked for then, until when the approval was due, from when
    and until when a candidate could become a full member; whether the library knows what held then."""

    least: Value
    approval: Value
    approval_due: date
    approval_known: bool
    years: Value
    earliest: date
    latest: date
    years_known: bool


@lru_cache(60_000)
def bounds(joined_on: date) -> Bounds:
    """Of a day of joining. A roster has the same days again and again."""
    approval, years = dated(APPROVAL, joined_on), dated(PROBATION, joined_on)
    earliest = months_later(joined_on, 12 * int(years.value))
    return Bounds(
        least=dated(MIN_AGE, joined_on),
        approval=approval,
        approval_due=months_later(joined_on, int(approval.value)),
        approval_known=known(APPROVAL, joined_on),
        years=years,
        earliest=earliest,
        latest=months_later(earliest, int(dated(EXTENSION, joined_on).value)),
        years_known=known(PROBATION, joined_on),
    )


_of_age = lru_cache(60_000)(months_later)


def _age(record: Record, on: date, held: Bounds) -> Iterator[Problem]:
    if record.joined_on > on:
        yield Problem("joined_on", "入党日期还没有到。")
    elif _of_age(record.born_on, 12 * int(held.least.value)) > record.joined_on:
        yield Problem("joined_on", f"入党时未满 {held.least.value} 周岁。", held.least.basis)


def _approval(record: Record, on: date, held: Bounds) -> Iterator[Problem]:
    day = record.approved_on
    if day is None:
        return
    if day > on:
        yield Problem("approved_on", "上级批准日期还没有到。")
    elif day < record.joined_on:
        yield Problem("approved_on", "上级批准日期不能早于支部大会通过的日期。", held.approval.basis)
    elif held.approval_known and day > held.approval_due:
        text = f"上级党委应当在 {held.approval.value} 个月内审批，这里超过了。"
        yield Problem("approved_on", text, held.approval.basis, stops=False)


def _full(record: Record, on: date, held: Bounds) -> Iterator[Problem]:
    years, earliest, day, binding = held.years, held.earliest, record.full_on, held.years_known
    if day is None:
        if held.latest < on:
            text = "预备期连同最长的延长都已经过了，还没有转正日期。"
            yield Problem(
                "full_on", text, years.basis, "请补登转正日期；没有转正的，请办理取消预备党员资格。", stops=False
            )
    elif day > on:
        yield Problem("full_on", "转正日期还没有到。")
    elif day < record.joined_on:
        yield Problem("full_on", "转正日期不能早于入党日期。", years.basis)
    elif day < earliest:
        text = f"预备期是 {years.value} 年，转正日期不能早于 {earliest.year} 年 {earliest.month} 月 {earliest.day} 日。"
        yield Problem("full_on", text if binding else "入党不满一年就转正，请核对。", years.basis, stops=binding)


def _numbers(record: Record) -> Iterator[Problem]:
    if record.phone and (wrong := phone_problem(record.phone)):
        yield Problem("phone", f"{wrong}。", next_step="请向本人核对。")
    if not record.id_number:
        return
    if wrong := id_problem(record.id_number):
        yield Problem("id_number", f"{wrong}。", next_step="请对照身份证重新填写。")
        return
    if birth_of(record.id_number) != record.born_on:
        yield Problem("born_on", "出生日期和公民身份号码里的不一样。", next_step="请对照身份证核对两处。")
    if record.gender != gender_of(record.id_number):
        yield Problem("gender", "性别和公民身份号码里的不一样。", next_step="请对照身份证核对两处。")


def dated(number: Parameter, day: date) -> Value:
    """What held on a day; before the first value that the library knows, that one."""
    return number.at(max(day, number.history[0].since))


def known(number: Parameter, day: date) -> bool:
    """Whether the library knows what held on the day: what it does not know only warns."""
    return day >= number.history[0].since
