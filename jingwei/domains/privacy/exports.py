"""The copy of one's own data as a workbook."""

from datetime import date

from jingwei.foundation.spreadsheets.workbooks import Sheet, workbook

from .selectors.holdings import MANY, Holding
from .selectors.papers import sections


def copy_workbook(name: str, found: list[Holding], *, on: date) -> bytes:
    """A sheet that explains, one for each kind of row, and the inventory: why each is kept and how long."""
    return workbook([_cover(name, found, on), *(Sheet(one.title, one.heads, one.rows) for one in found), _reasons()])


def _cover(name: str, found: list[Holding], on: date) -> Sheet:
    rows = [(one.title, len(one.rows), f"只列最近 {MANY:,} 条" if one.cut else "") for one in found]
    head = f"{name}的个人信息副本（{on.year}年{on.month}月{on.day}日）"
    return Sheet("说明", (head, "条数", "说明"), rows)


def _reasons() -> Sheet:
    rows = [
        (section.title, line.title, line.purpose, line.retention) for section in sections() for line in section.lines
    ]
    return Sheet("为什么保存", ("类别", "内容", "用途", "保存期限"), rows)
