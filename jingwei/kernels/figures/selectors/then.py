"""The rows that a figure counted on a day by what had been recorded at a moment: its own statement over tables in which
all acts since are undone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Count, F, IntegerField, Model, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from jingwei.foundation.clock import now as this_moment
from jingwei.organizations.models import Organization
from jingwei.organizations.selectors.moves import area_then

from ..counting import month_of, value_of
from ..declaring import WHOLE, Figure, figures
from .reading import Reading, Wanted, must_reach
from .undoing import Touch, Undone, touches, undone

Amounts = Mapping[int, int]  # row → how much it adds
Months = Sequence[str] | None


@dataclass(frozen=True)
class Compared:
    """What counts on a day by what is known now, and by what was known; `touches`: the acts since, by the number of the
    row that they decide about, newest first."""

    now: Amounts
    then: Amounts
    touches: Mapping[int, Sequence[Touch]]


def true_on(organization: Organization, wanted: Sequence[Wanted], day: date) -> tuple[Reading, frozenset[Wanted]]:
    """These cuts as they were true on a day by what is known now, counted from the rows; and those of which nothing is
    known for a day that has passed. A query for each cut. Raises PermissionDenied out of reach."""
    must_reach([organization])
    reading, untold = Reading(), set()
    by_key: dict[str, QuerySet[Any] | None] = {}
    areas: dict[str, Q] = {}
    for key, cut in wanted:
        figure = figures()[key]
        if key not in by_key:
            by_key[key] = _true_rows(figure, organization, day, areas)
        rows = by_key[key]
        if rows is None or not (figure.dated or cut == WHOLE or figure.cut(cut).lasting):
            untold.add((key, cut))
        else:
            _count(reading, figure, cut, rows, day)
    return reading, frozenset(untold)


def _true_rows(figure: Figure, organization: Organization, day: date, areas: dict[str, Q]) -> "QuerySet[Any] | None":
    """The rows that count on the day; None where they keep no history, or are too many to be told by it."""
    if figure.dated:
        if figure.path not in areas:
            areas[figure.path] = area_then(figure.path, organization, on=day)
        return _within(figure, areas[figure.path], day, None)
    found = figure.then(organization, day, this_moment()) if figure.then is not None else None
    # Also those who have gone out of reach since: they are counted, not shown.
    return None if found is None else figure.model._base_manager.filter(pk__in=list(found))


def _count(reading: Reading, figure: Figure, cut: str, rows: "QuerySet[Any]", day: date) -> None:
    amount: Any = Coalesce(Sum(figure.amount), 0) if figure.amount else Count("pk")
    value = value_of(figure.cut(cut) if cut != WHOLE else None, on=day)
    cells = rows.order_by().annotate(cell_value=value, cell_month=month_of(figure))
    for one, month, number in cells.values_list("cell_value", "cell_month").annotate(cell_amount=amount):
        reading.put((figure.key, cut), one, month, (number, 0))


def rows_on(figure: Figure, organization: Organization, *, on: date, months: Months = None) -> "QuerySet[Any]":
    """What the figure counts on a day at and below what the organization held then, by what is known now."""
    return _within(figure, area_then(figure.path, organization, on=on), on, months)


def compare(
    figure: Figure, organization: Organization, *, on: date, known_at: datetime, months: Months = None
) -> Compared | None:
    """A dated figure on a day by both; None where there are too many acts since to be undone. Raises PermissionDenied
    out of reach."""
    must_reach([organization])
    found = touches(_deciding(figure), organization, known_at)
    if found is None:
        return None
    was = area_then(figure.path, organization, on=on, known_at=known_at)
    rows = _amounts(figure, _within(figure, was, on, months))
    then = _run(rows, {model: undone(those) for model, those in found.items()})
    now = dict(_amounts(figure, rows_on(figure, organization, on=on, months=months)))
    return Compared(now, then, _by_row(figure, found))


def _within(figure: Figure, area: Q, on: date, months: Months) -> "QuerySet[Any]":
    rows = figure.rows(on).filter(area)
    if months is not None and figure.month:
        rows = rows.annotate(cell_month=month_of(figure)).filter(Q(cell_month__in=list(months)))
    return rows


def _amounts(figure: Figure, rows: "QuerySet[Any]") -> "QuerySet[Any]":
    amount: Any = Coalesce(F(figure.amount), 0) if figure.amount else Value(1, output_field=IntegerField())
    return rows.order_by().annotate(row_amount=amount).values_list("pk", "row_amount")


def _deciding(figure: Figure) -> list[type[Model]]:
    watched = [apps.get_model(watch.model) for watch in figure.watched]
    return list(dict.fromkeys([figure.model, *watched]))


def _by_row(figure: Figure, found: Mapping[type[Model], Sequence[Touch]]) -> Mapping[int, Sequence[Touch]]:
    told: dict[int, list[Touch]] = {}
    for touch in found[figure.model]:
        told.setdefault(touch.row, []).append(touch)
    for watch in figure.watched:
        if isinstance(watch.affects, str):
            _add_watched(figure, watch.affects, watch.column, found[apps.get_model(watch.model)], told)
    return told


def _add_watched(
    figure: Figure, affects: str, column: str, found: Iterable[Touch], told: dict[int, list[Touch]]
) -> None:
    """The acts on rows of another table, told of the rows of the figure that they decide about."""
    by_value: dict[Any, list[Touch]] = {}
    for touch in found:
        for value in {touch.before.get(column), touch.after.get(column)} - {None}:
            by_value.setdefault(value, []).append(touch)
    rows: Any = figure.model
    for row, value in rows.objects.filter(**{f"{affects}__in": list(by_value)}).values_list("pk", affects):
        told.setdefault(row, []).extend(by_value.get(value, ()))


def _run(rows: "QuerySet[Any]", undone: Mapping[type[Model], Undone]) -> Amounts:
    """The statement of `rows` over the tables as they were."""
    sql, params = rows.query.sql_with_params()
    tables, before = [], []
    for model, one in undone.items():
        if one.created or one.changed or one.deleted:
            table, values = _as_it_was(model, one)
            tables.append(table)
            before += values
    told = f"WITH {', '.join(tables)} {sql}" if tables else sql
    with connection.cursor() as cursor:
        cursor.execute(told, [*before, *params])
        return {row: int(amount) for row, amount in cursor.fetchall()}


def _as_it_was(model: type[Model], one: Undone) -> tuple[str, list[Any]]:
    """A table of the same name in which the acts are undone, and its parameters."""
    table, fields = model._meta.db_table, model._meta.concrete_fields
    params: list[Any] = []
    columns = [_column(field, one.changed, params) for field in fields]
    own = f'main."{table}"' if connection.vendor == "sqlite" else f'"{table}"'  # not the one that is being written
    sql = f"SELECT {', '.join(columns)} FROM {own}"
    if one.created:
        sql += f' WHERE "{model._meta.pk.column}" NOT IN ({", ".join(["%s"] * len(one.created))})'
        params += sorted(one.created)
    for row in one.deleted.values():
        sql += f" UNION ALL SELECT {', '.join(['%s'] * len(fields))}"
        params += [_value(field, row.get(field.attname)) for field in fields]
    return f'"{table}" AS ({sql})', params


def _column(field: Any, changed: Mapping[int, Mapping[str, Any]], params: list[Any]) -> str:
    """The column as it was. Where a row stands, and what is sealed, stays as it is: the moves tell the former, and no
    figure counts by the latter."""
    cases = [] if _stays(field) else [(row, old[field.attname]) for row, old in changed.items() if field.attname in old]
    if not cases:
        return f'"{field.column}"'
    key = f'"{field.model._meta.pk.column}"'
    for row, value in cases:
        params += [row, _value(field, value)]
    return f'CASE {key} {"WHEN %s THEN %s " * len(cases)}ELSE "{field.column}" END AS "{field.column}"'


def _stays(field: Any) -> bool:
    return bool(getattr(field, "follows", False) or getattr(field, "is_secret", False) or hasattr(field, "of"))


def _value(field: Any, value: Any) -> Any:
    if value is None or getattr(field, "is_secret", False) or hasattr(field, "of"):
        return None
    return field.get_db_prep_value(field.to_python(value), connection)
