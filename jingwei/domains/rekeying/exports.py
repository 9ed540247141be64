"""Members in the order of the screens, as an Excel workbook. Numbers stay masked."""

from collections.abc import Iterable

from jingwei.foundation.spreadsheets.workbooks import Sheet, workbook
from jingwei.members.models import Member

from .screens import screen_items
from .selectors.progress import typed_of
from .selectors.values import values_of


def rekeying_workbook(members: Iterable[Member]) -> bytes:
    """One row a member; items that are known on paper only stay empty."""
    items = screen_items()
    heads = [f"{item.number} {item.title}{'（手工）' if item.is_by_hand else ''}" for item in items]
    rows = []
    for member in members:
        values, typed = values_of(member), typed_of(member)
        rows.append([*(values.get(item.column, [""])[0] for item in items), typed.ticked_on if typed else None])
    return workbook([Sheet("对照录入", [*heads, "录入日期"], rows)])
