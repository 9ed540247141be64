"""Units and their coverage as a table."""

from datetime import date
from typing import Any

from jingwei.foundation.spreadsheets.workbooks import Sheet
from jingwei.organizations.choices import AreaKind

from .selectors.units import standings

HEADS = ("单位", "类别", "统一社会信用代码", "所在区域", "从业人员", "已知党员数", "覆盖", "兜底党组织")


def unit_sheet(found: Any, *, on: date) -> Sheet:
    """The units of a list with how they are covered on a day and in which areas they lie."""
    rows = []
    for one in standings(list(found), on=on):
        unit, places = one.unit, {area.kind: area.name for area in one.areas}
        code = unit.credit_code or unit.get_without_code_display()
        words = "；".join(str(coverage) for coverage in one.coverages)
        plain = (unit.name, unit.get_kind_display(), code, str(unit.organization), unit.get_headcount_display())
        areas = [places.get(kind, "") for kind in AreaKind.values]
        rows.append([*plain, unit.party_members, words, str(one.answering or ""), *areas])
    return Sheet("单位与覆盖", [*HEADS, *AreaKind.labels], rows)
