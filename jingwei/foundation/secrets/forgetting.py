"""Letting go of what is kept by a person's agreement only."""

from typing import Any

from jingwei.foundation.errors import Refused

from .inventory import Entry, entries

DELETION = "personal-information-law-2021, 第四十七条"


def entry_of(model: Any, column: str) -> Entry | None:
    """What the inventory says of a column; None for one that is not personal."""
    return next((entry for entry in entries(model) if entry.column == column), None)


def must_be_free(model: Any, column: str) -> Entry:
    """Raises Refused for what the law or the work asks for, in words that say why and how long it is kept."""
    entry = entry_of(model, column)
    if entry is None or not entry.consent:
        title, why = (entry.title, f"用于{entry.purpose}，保存期限：{entry.retention}") if entry else ("这一项", "")
        raise Refused(
            f"{title}是履行职责必须保存的，不能删除。{why}",
            basis=DELETION,
            next_step="请不同意这项申请，把上面的理由告诉本人；内容有错的，可以更正。",
        )
    return entry


def forget(row: Any, column: str) -> None:
    """Empty a column that is kept by consent. Runs inside an action, which has checked the right to. Raises Refused."""
    must_be_free(type(row), column)
    setattr(row, column, None if row._meta.get_field(column).null else "")
    row.save()
