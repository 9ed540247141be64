"""Counts from the rows themselves: what organizations have of their own, without those below."""

from datetime import date
from hashlib import sha256
from typing import Any

from django.db.models import CharField, Count, F, QuerySet, Sum, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Substr

from .declaring import Cut, Figure

TEXT = CharField()
NONE = Value("")


def grouped(figure: Figure, cut: Cut | None, rows: "QuerySet[Any]", *, on: date) -> "QuerySet[Any]":
    """(organization, value, month, amount) of one cut; values and months are texts, "" for none."""
    amount: Any = Coalesce(Sum(figure.amount), 0) if figure.amount else Count("pk")
    return (
        rows.order_by()
        .annotate(cell_value=value_of(cut, on=on), cell_month=month_of(figure))
        .values_list(figure.organization, "cell_value", "cell_month")
        .annotate(cell_amount=amount)
        .values_list(figure.organization, "cell_value", "cell_month", "cell_amount")
    )


def value_of(cut: Cut | None, *, on: date) -> Combinable:
    """The value of a cut as a text."""
    if cut is None:
        return NONE
    by = cut.at(on)
    return Coalesce(Cast(F(by) if isinstance(by, str) else by, TEXT), NONE, output_field=TEXT)


def month_of(figure: Figure) -> Combinable:
    """The month in which a row counts, as a text: "2026-11"."""
    return Substr(Cast(figure.month, TEXT), 1, 7) if figure.month else NONE


def cuts_of(figure: Figure) -> tuple[Cut | None, ...]:
    """The whole and all cuts."""
    return (None, *figure.cuts)


def fingerprint(figure: Figure, *, on: date) -> str:
    """Changes when the figure is defined otherwise, not with the days that pass."""
    said = [figure.organization, figure.amount, figure.month]
    for cut in cuts_of(figure):
        sql, params = grouped(figure, cut, figure.rows(on), on=on).query.sql_with_params()
        said += [sql, *(str(value) for value in params if not isinstance(value, date))]
    return sha256("\n".join(said).encode()).hexdigest()
