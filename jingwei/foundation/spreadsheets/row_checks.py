"""Checks of a whole row, for registers to choose from. Each is silent where a value is missing: that is a flaw of
its own."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from .columns import Column, Flaw, RowCheck


def day_not_before(later: Column, earlier: Column) -> RowCheck:
    """`later` may be the same day as `earlier`, not before it."""

    def check(values: Mapping[str, Any]) -> Iterator[Flaw]:
        last, first = values.get(later.key), values.get(earlier.key)
        if last and first and last < first:
            yield Flaw(
                later.key,
                f"{later.title} {last} 早于{earlier.title} {first}。",
                f"请核对“{earlier.title}”和“{later.title}”。",
            )

    return check


def at_least_years(later: Column, earlier: Column, years: int, rule: str) -> RowCheck:
    """From `earlier` to `later` at least so many full years. `rule`: the sentence that asks for it, with its source:
    “年满十八岁才能入党（党章第一条）”."""

    def check(values: Mapping[str, Any]) -> Iterator[Flaw]:
        last, first = values.get(later.key), values.get(earlier.key)
        if last and first and (last.year - first.year - ((last.month, last.day) < (first.month, first.day))) < years:
            yield Flaw(
                later.key,
                f"{later.title} {last} 时不满 {years} 年（{earlier.title} {first}）。{rule}。",
                f"请核对“{earlier.title}”和“{later.title}”。",
            )

    return check


def id_agrees(number: Column, born: Column, gender: Column, *, male: str = "1", female: str = "2") -> RowCheck:
    """The day of birth and the sex in an ID number are those of the columns. `male`, `female`: values of `gender`."""

    def check(values: Mapping[str, Any]) -> Iterator[Flaw]:
        text = values.get(number.key)
        if not text:
            return
        day, sex = values.get(born.key), values.get(gender.key)
        if day and int(text[6:14]) != day.year * 10_000 + day.month * 100 + day.day:
            yield Flaw(
                born.key,
                f"{born.title} {day} 与{number.title}里的 {text[6:10]}-{text[10:12]}-{text[12:14]} 不一致。",
                "请对照身份证核对，以身份证为准。",
            )
        said = male if int(text[16]) % 2 else female
        if sex in (male, female) and sex != said:
            yield Flaw(
                gender.key,
                f"{gender.title}与{number.title}不一致：号码第 17 位是{'单' if said == male else '双'}数，"
                f"应当是{gender.kind.show(said)}。",
                "请对照身份证核对。",
            )

    return check


def required_when(column: Column, other: Column, values: Collection[Any]) -> RowCheck:
    """`column` must be filled in where `other` is one of `values`."""
    wanted = frozenset(values)

    def check(row: Mapping[str, Any]) -> Iterator[Flaw]:
        if column.key in row and row[column.key] is None and row.get(other.key) in wanted:
            said = other.kind.show(row[other.key])
            yield Flaw(column.key, f"{other.title}是“{said}”的，必须填写{column.title}。", f"请填写“{column.title}”。")

    return check


def empty_unless(column: Column, other: Column, values: Collection[Any]) -> RowCheck:
    """`column` must be blank unless `other` is one of `values`."""
    allowed = frozenset(values)

    def check(row: Mapping[str, Any]) -> Iterator[Flaw]:
        if row.get(column.key) is not None and other.key in row and row[other.key] not in allowed:
            said = other.kind.show(row[other.key]) or "没有填写"
            yield Flaw(
                column.key,
                f"{other.title}是“{said}”，不应当有{column.title}。",
                f"请删掉这一格，或改正“{other.title}”。",
            )

    return check
