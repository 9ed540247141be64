"""The queue is folded: what changed is counted anew, and the difference goes up to all above it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from django.db import transaction

from jingwei.foundation.clock import now, today
from jingwei.foundation.journal import writing
from jingwei.foundation.scope.reach import everywhere

from ..counting import fingerprint
from ..declaring import Figure, figures
from ..models import Counted, Folding, Uncounted
from .counting import count
from .raising import differ, raise_up
from .tables import known_sizes, make_tables, many, only_one_folder, rows, run

LINES = 20_000  # of the queue, in one transaction
TAKE = """
DELETE FROM figures_uncounted WHERE id IN (SELECT id FROM figures_uncounted ORDER BY id LIMIT %s)
RETURNING source, organization_id, path
"""
PLACE = "INSERT INTO figures_place (organization_id, path) VALUES (%s, %s)"
MANY = 200  # places, from which on the planner should know


def fold(*, lines: int = LINES) -> int:
    """Fold what waits, at most so many lines; returns how many there were. All of it or nothing: a worker that dies
    leaves the queue as it was."""
    with folding():
        waiting = rows(TAKE, [lines])
        changed: dict[str, set[int]] = defaultdict(set)
        for source, organization, _ in waiting:
            changed[source].add(organization)
        gone = {organization: path for _, organization, path in waiting if path}
        changed.pop("", None)
        for source, places in changed.items():
            recount(_counting(source), on=today(), places=[(place, gone.get(place)) for place in sorted(places)])
    return len(waiting)


def fold_all() -> int:
    """Fold until nothing waits; returns how many lines there were."""
    total = 0
    while folded := fold():
        total += folded
    return total


def fold_waiting() -> int:
    """Fold if anything waits; a look into the queue else."""
    return fold_all() if Uncounted.objects.exists() else 0


@contextmanager
def folding() -> Iterator[None]:
    """One transaction, the only one that changes roll-ups, with its temporary tables; notes when it was."""
    counting = everywhere(reason="figures are counted for every organization alike")
    with transaction.atomic(), writing(reason="roll-ups follow from what is counted"), counting:
        only_one_folder()
        make_tables()
        yield
        Folding.objects.update_or_create(number=1, defaults={"folded_at": now()})


def recount(chosen: Sequence[Figure], *, on: date, places: Sequence[tuple[int, str | None]] | None = None) -> None:
    """Count anew what these organizations (all without `places`: numbers, with the path of one that is gone) have of
    their own, and add the difference to them and to all above them."""
    for table in ("figures_place", "figures_fresh", "figures_delta", "figures_raised"):
        run(f"DELETE FROM {table}")
    if places is not None:
        many(PLACE, places)
        if len(places) > MANY:
            known_sizes("figures_place")
    count(chosen, on=on, everywhere=places is None)
    differ([figure.key for figure in chosen], everywhere=places is None)
    raise_up(on=on)


def _counting(source: str) -> list[Figure]:
    return [figure for figure in figures().values() if figure.source == source]


def turn(*, on: date) -> list[str]:
    """Count anew by every figure that is new, is defined otherwise, or counts otherwise since the day by which it was
    last counted. Returns their keys."""
    with folding():
        chosen = due(on=on)
        if chosen:
            recount(chosen, on=on)
            note_counted(chosen, on=on)
    return [figure.key for figure in chosen]


def due(*, on: date) -> list[Figure]:
    """The figures that `turn` counts anew on a day. Runs where everything is in reach."""
    known = {one.figure: one for one in Counted.objects.all()}
    return [figure for figure in figures().values() if _is_due(figure, known.get(figure.key), on)]


def _is_due(figure: Figure, known: Counted | None, on: date) -> bool:
    if known is None or known.definition != fingerprint(figure, on=on):
        return True
    last = known.turned_on
    turned = {"": False, "day": last < on, "month": last < on.replace(day=1), "year": last.year < on.year}
    return turned[figure.turns]


def note_counted(chosen: Iterable[Figure], *, on: date) -> None:
    """Remember by which definition, and by which day, these figures were counted everywhere."""
    for figure in chosen:
        said = {"definition": fingerprint(figure, on=on), "turned_on": on}
        Counted.objects.update_or_create(figure=figure.key, defaults=said, create_defaults={**said, "begun_on": on})
