"""Where everything stood on a day, told from the history of moves.

A move keeps in its Change the path that the organization had before. Paths are never used twice, so an organization
can be followed through all moves: what one did to a path, `Moves` undoes or repeats in the order of recording. Of the
moves decided up to the day, the one recorded last holds; so the tree of today is always the tree.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from jingwei.foundation.record.models import Trace
from jingwei.foundation.scope.paths import SEGMENT, is_within, parent
from jingwei.foundation.scope.reach import everywhere
from jingwei.foundation.scope.vocabulary import below

from ..choices import ChangeKind
from ..models import Change, Organization


@dataclass(frozen=True)
class _Moved:
    """One move: from the path `old` to the path `new`, as both were then; `today` is the present path; `known`: it had
    been recorded by the moment as of which is asked."""

    organization: int
    today: str
    on: date
    old: str
    new: str
    known: bool = True


class Moves:
    """All moves in the order in which they were recorded, and where a path of then is now. `unknown`: numbers of the
    changes that had not been recorded yet, by which nothing stood elsewhere."""

    def __init__(self, changes: Sequence[Change], unknown: Collection[int] = ()) -> None:
        self.moves: list[_Moved] = []
        for change in reversed(changes):
            today = new = change.organization.path
            for later in reversed(self.moves):
                new = _swapped(new, later.new, later.old)
            known = change.pk not in unknown
            self.moves.insert(0, _Moved(change.organization_id, today, change.on, str(change.path), new, known))

    @property
    def paths(self) -> set[str]:
        """Today's path of each organization that was ever moved."""
        return {move.today for move in self.moves}

    def places_on(self, day: date) -> dict[int, tuple[str, str]]:
        """Each organization that was ever moved → today's path of the one that it stood under on the day, and its own
        segment there, which is its place among the others."""
        found: dict[int, tuple[str, str]] = {}
        for number, move in enumerate(self.moves):
            found.setdefault(move.organization, (self._now(parent(move.old), number), move.old[-SEGMENT:]))
            if move.known and move.on <= day:
                found[move.organization] = (self._now(parent(move.new), number), move.new[-SEGMENT:])
        return found

    def superiors_on(self, day: date) -> dict[str, str]:
        """The same by path: today's path of each → today's path of the one that it stood under on the day."""
        places = self.places_on(day)
        return {move.today: places[move.organization][0] for move in self.moves}

    def _now(self, path: str, number: int) -> str:
        """Where the organization that was at `path` right after the move of that number is today."""
        for later in self.moves[number + 1 :]:
            path = _swapped(path, later.old, later.new)
        return path


def all_moves(*, known_at: datetime | None = None) -> Moves:
    """Every move of the whole tree: a superior of today may have moved itself. `known_at`: those recorded later are
    told as not known. One query, two where `known_at` is asked and something was ever moved."""
    with everywhere(reason="where an organization stood on a day follows from all moves since, also in other parts"):
        changes = list(Change.objects.filter(kind=ChangeKind.MOVE).select_related("organization").order_by("id"))
        return Moves(changes, _recorded_after(known_at, changes) if known_at and changes else ())


def _recorded_after(moment: datetime, changes: Sequence[Change]) -> set[int]:
    rows = [str(change.pk) for change in changes]
    found = Trace.objects.filter(label=Change._meta.label, row__in=rows, act__at__gt=moment)
    return {int(row) for row in found.values_list("row", flat=True)}


def area_then(field: str, organization: Organization, *, on: date, known_at: datetime | None = None) -> Q:
    """The condition that the path in `field`, as it is today, belongs to what `organization` held on the day, by the
    moves that had been recorded at `known_at` (by all without)."""
    superiors, top = all_moves(known_at=known_at).superiors_on(on), organization.path
    marks = {top, *superiors}
    inside = {mark for mark in marks if mark == top or _was_inside(superiors[mark], top, superiors)}
    condition = Q()
    for mark in sorted(inside):
        region = below(field, mark)
        for hole in sorted(marks - inside):
            if is_within(hole, mark):
                region &= ~below(field, hole)
        condition |= region
    return condition


def _was_inside(path: str, top: str, superiors: Mapping[str, str]) -> bool:
    """Whether what is at `path` today stood at or below `top`: as it stands, or by where it stood before a move."""
    seen: set[str] = set()
    while True:
        mark = max((one for one in superiors if is_within(path, one)), key=len, default="")
        if is_within(path, top) and len(top) >= len(mark):
            return True
        if not mark or mark in seen:
            return False
        seen.add(mark)
        path = superiors[mark]


def _swapped(path: str, old: str, new: str) -> str:
    return new + path[len(old) :] if is_within(path, old) else path
