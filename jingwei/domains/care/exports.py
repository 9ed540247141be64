"""The list for the medal of a year as a table."""

from datetime import date
from typing import Any

from jingwei.foundation.spreadsheets.workbooks import Sheet
from jingwei.members.models import Member

from .selectors.medals import with_days

HEADS = ("姓名", "所在支部", "入党日期", "转正日期", "满50年党龄的日期", "确认日期")


def medal_sheets(candidates: Any, medals: Any, year: int) -> list[Sheet]:
    """Who is to be confirmed, and who was."""
    waiting = [_row(one.member, one.full_years_on, None) for one in with_days(list(candidates), year)]
    given = [_row(one.member, one.full_years_on, one.confirmed_on) for one in medals]
    return [Sheet("待确认", HEADS, waiting), Sheet("已确认", HEADS, given)]


def _row(member: Member, full_years_on: date, confirmed_on: date | None) -> tuple[Any, ...]:
    branch = str(member.organization)
    return member.name, branch, member.joined_on, member.full_on, full_years_on, confirmed_on
