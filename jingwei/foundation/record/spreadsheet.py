"""The acts as a table that opens in a spreadsheet."""

import csv
import io
from collections.abc import Iterable

from django.utils import timezone

from .models import Act

HEADS = ("编号", "时间", "操作人", "岗位", "事项", "对象", "变动")
# A cell that begins so would be run as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(acts: Iterable[Act]) -> bytes:
    """UTF-8 with a mark at the beginning, without which spreadsheets guess another encoding."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(HEADS)
    for act in acts:
        at = f"{timezone.localtime(act.at):%Y-%m-%d %H:%M:%S}"
        cells = (act.user_name, act.post_title, act.title, act.subject_title, act.changes)
        rows.writerow([act.pk, at, *("'" + cell if cell.startswith(FORMULA) else cell for cell in cells)])
    return "\ufeff".encode() + text.getvalue().encode()
