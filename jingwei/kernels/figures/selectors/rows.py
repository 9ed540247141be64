"""The rows behind a figure, under the reader's own scope."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.models import Organization

from ..counting import month_of, value_of
from ..declaring import WHOLE, Figure


def rows_behind(
    figure: Figure,
    organization: Organization,
    *,
    cut: str = WHOLE,
    value: str = "",
    months: Sequence[str] | None = None,
    on: date,
) -> "QuerySet[Any]":
    """What the figure counts on a day at and below an organization: one value of a cut, in these months. Raises
    KeyError for a cut that it has not."""
    rows = figure.rows(on).filter(below(figure.path, organization.path))
    if cut != WHOLE:
        rows = rows.annotate(cell_value=value_of(figure.cut(cut), on=on)).filter(cell_value=value)
    if months is not None and figure.month:
        rows = rows.annotate(cell_month=month_of(figure)).filter(Q(cell_month__in=list(months)))
    return rows
