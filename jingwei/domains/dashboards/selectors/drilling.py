"""From a figure to the rows that it counts, under the reader's own scope."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet, Sum

from jingwei.kernels.figures.declaring import WHOLE, Figure
from jingwei.kernels.figures.listing import Column, Listed
from jingwei.kernels.figures.selectors.reading import read
from jingwei.kernels.figures.selectors.rows import rows_behind
from jingwei.kernels.figures.selectors.verifying import waiting
from jingwei.organizations.models import Organization

from .composition import word_of

COUNTED = 10_000  # rows counted while somebody waits


@dataclass(frozen=True)
class Asked:
    """Which rows: one value of a cut, in some months (all for none); `span` is how the months are called."""

    cut: str = WHOLE
    value: str = ""
    months: tuple[str, ...] | None = None
    span: str = ""


@dataclass(frozen=True)
class Drilled:
    """`amount` is what the figure says, `seen` what the reader's rows make; None where they are too many to count."""

    figure: Figure
    listed: Listed
    rows: "QuerySet[Any]"
    asked: Asked
    amount: int
    seen: int | None
    waiting: int

    @property
    def columns(self) -> tuple[Column, ...]:
        """Those of the list, and what a row adds where it does not add 1."""
        name = self.figure.amount
        if not name:
            return self.listed.columns
        own = Column(f"{self.figure.title}（{self.figure.unit}）", lambda row: f"{getattr(row, name) or 0:,}")
        return (*self.listed.columns, own)

    @property
    def heads(self) -> list[str]:
        return [column.title for column in self.columns]

    @property
    def agrees(self) -> bool:
        return self.seen is None or self.seen == self.amount

    @property
    def words(self) -> str:
        """What is to be said of the number and the list: "" where both are one."""
        if self.agrees or self.seen is None:
            return ""
        unit, difference = self.figure.unit, self.seen - self.amount
        if self.waiting:
            return f"名单里现在是 {self.seen:,} {unit}。有变动正在计入，稍后两个数就一致。"
        if difference < 0:
            return f"您能看到其中 {self.seen:,} {unit}，其余的不在您的查看范围内。"
        return f"名单里是 {self.seen:,} {unit}，比指标多 {difference:,} {unit}，请联系管理员核对。"

    @property
    def conditions(self) -> str:
        """年龄：35 岁及以下 · 2026 年 11 月, "" for all."""
        parts = [self.asked.span] if self.asked.span else []
        if self.asked.cut:
            cut = self.figure.cut(self.asked.cut)
            parts.insert(0, f"{cut.title}：{word_of(cut, self.asked.value)}")
        return " · ".join(parts)


def drilled(figure: Figure, listed: Listed, here: Organization, asked: Asked, on: date) -> Drilled:
    """The rows behind a figure, as they are listed. Raises KeyError for a cut that it has not, and PermissionDenied
    out of reach."""
    rows = behind(figure, here, asked, on).select_related(*listed.related).order_by(*listed.order)
    wanted = [(figure.key, asked.cut)]
    amount = read(here, wanted).amount(figure.key, asked.cut, asked.value, months=asked.months)
    seen = seen_of(figure, rows)
    return Drilled(figure, listed, rows, asked, amount, seen, waiting() if seen not in (None, amount) else 0)


def behind(figure: Figure, here: Organization, asked: Asked, on: date) -> "QuerySet[Any]":
    """The rows that are asked for."""
    return rows_behind(figure, here, cut=asked.cut, value=asked.value, months=asked.months, on=on)


def seen_of(figure: Figure, rows: "QuerySet[Any]") -> int | None:
    """What the rows make; None where they are too many."""
    number = rows.order_by()[: COUNTED + 1].count()
    if number > COUNTED:
        return None
    return number if not figure.amount else int(rows.order_by().aggregate(whole=Sum(figure.amount))["whole"] or 0)
