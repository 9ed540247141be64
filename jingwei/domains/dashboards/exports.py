"""The rows behind a figure, and the table of those below, as Excel workbooks."""

from jingwei.foundation.spreadsheets.workbooks import Sheet
from jingwei.organizations.models import Organization

from .selectors.children import Below, Line
from .selectors.drilling import Drilled

MOST_ROWS = 20_000


def rows_sheet(found: Drilled) -> Sheet:
    """The rows as the page lists them."""
    columns = found.columns
    return Sheet(
        f"{found.figure.title}明细",
        [column.title for column in columns],
        ([column.text(row) for column in columns] for row in found.rows),
    )


def table_sheet(here: Organization, below: Below) -> Sheet:
    """Those directly below, what is the organization's own, and the whole; of a ratio both sides beside it."""
    heads = ["组织"]
    for head in below.heads:
        sides = [f"{head.title} 分子", f"{head.title} 分母"] if head.is_ratio else []
        heads += [f"{head.title}（{head.unit}）", *sides]
    lines = [(str(line.organization), line) for line in below.lines]
    lines += [("本级直属", below.own)] if below.own else []
    return Sheet(f"{here}下级指标", heads, [_row(title, line) for title, line in [*lines, ("本级", below.whole)]])


def _row(title: str, line: Line) -> list[str | int | float | None]:
    row: list[str | int | float | None] = [title]
    for cell in line.cells:
        number = cell.value.number
        row.append(round(number, 2) if isinstance(number, float) else number)
        row += cell.value.parts if cell.value.head.is_ratio else ()
    return row
