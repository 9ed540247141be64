"""The check as an Excel workbook: the findings, and the matters that came of them."""

from collections.abc import Iterable
from datetime import date

from jingwei.foundation.spreadsheets.workbooks import Sheet, workbook
from jingwei.foundation.ui.answers import cited
from jingwei.regulations.choices import MODALITIES

from .models import Matter
from .selectors.examining import Found
from .selectors.matters import standing_of

FOUND = ("组织", "问题", "情况", "依据", "要求", "整改期限")
MATTERS = ("组织", "问题", "情况", "开出单位", "开出日期", "办理期限", "状态", "整改情况", "办结日期", "办结说明")


def health_workbook(found: Iterable[Found], matters: Iterable[Matter], *, on: date) -> bytes:
    """Two sheets."""
    return workbook([_found(found), _matters(matters, on)])


def _found(found: Iterable[Found]) -> Sheet:
    rows = [
        (
            one.organization.name,
            one.finding.title,
            one.finding.words,
            cited(one.finding.basis)[0],
            MODALITIES[one.finding.modality],
            one.matter.due_on if one.matter else None,
        )
        for one in found
    ]
    return Sheet("体检结果", FOUND, rows)


def _matters(matters: Iterable[Matter], on: date) -> Sheet:
    rows = [
        (
            one.organization.name,
            one.get_kind_display(),
            one.words,
            one.opener.name,
            one.opened_on,
            one.due_on,
            standing_of(one, on=on)[1],
            one.answer,
            one.closed_on,
            one.closing_note,
        )
        for one in matters
    ]
    return Sheet("整改事项", MATTERS, rows)
