"""Which tables decide about figures, and whose rows are to be counted anew when a row of them changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.expressions import RawSQL

from .declaring import Affected, Figure, Watch, figures


@dataclass(frozen=True)
class Watched:
    """Rows of `source` are to be counted anew when a row of `model` changes: those of the organizations that `column`
    names, or that `places` finds by the values of the column. `deciding` and `verbs`: see Watch."""

    source: str
    model: type[Model]
    column: str
    places: Affected | None = None
    deciding: tuple[str, ...] = ()
    verbs: tuple[str, ...] = Watch.verbs


def watched() -> list[Watched]:
    """All tables that decide about a figure, each once for a source."""
    found: dict[tuple[Any, ...], Watched] = {}
    for figure in figures().values():
        for key, one in (_own(figure), *_others(figure)):
            found.setdefault(key, one)
    return list(found.values())


def _own(figure: Figure) -> tuple[tuple[Any, ...], Watched]:
    """The table of the rows themselves. Raises FieldDoesNotExist for an organization that is no column of it."""
    head, _, rest = figure.organization.partition("__")
    field: Any = figure.model._meta.get_field(head if rest or head == "id" else head.removesuffix("_id"))

    def beyond(changed: RawSQL) -> Any:
        return field.related_model._base_manager.filter(pk__in=changed).values(rest)

    one = Watched(figure.source, figure.model, str(field.column), beyond if rest else None)
    return (figure.source, figure.organization), one


def _others(figure: Figure) -> Iterator[tuple[tuple[Any, ...], Watched]]:
    for watch in figure.watched:
        model = apps.get_model(watch.model)
        field: Any = model._meta.pk if watch.column == "id" else model._meta.get_field(watch.column.removesuffix("_id"))
        places = _affected(figure, watch)
        yield (
            (figure.source, watch),
            Watched(figure.source, model, str(field.column), places, watch.deciding, watch.verbs),
        )


def _affected(figure: Figure, watch: Watch) -> Affected:
    def places(changed: RawSQL) -> Any:
        if isinstance(watch.affects, str):
            found = figure.model._base_manager.filter(**{f"{watch.affects}__in": changed})
        else:
            found = watch.affects(changed)
        return found.order_by().values(figure.organization)

    return places
