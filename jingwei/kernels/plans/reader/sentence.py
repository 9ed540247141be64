"""A sentence scanned once: its clauses and everything in it that may make or colour a measure."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from . import comparisons, deadlines, repeats, shares
from .quantities import quantities
from .slogans import uncounted
from .spans import Comparison, Limit, Quantity, Repeat, Share, clauses, overlaps


@dataclass(frozen=True)
class Sentence:
    """`chars` has its signs made alike and no blanks; `year` is the document's, for deadlines."""

    chars: str
    year: int | None

    @cached_property
    def clauses(self) -> list[tuple[int, int]]:
        return clauses(self.chars)

    @cached_property
    def _uncounted(self) -> list[tuple[int, int]]:
        return uncounted(self.chars)

    @cached_property
    def repeats(self) -> list[Repeat]:
        return [found for found in repeats.repeats(self.chars) if not self._named(found.start, found.end)]

    @cached_property
    def shares(self) -> list[Share]:
        taken = [(found.start, found.end) for found in self.repeats]
        found = [share for share in shares.shares(self.chars) if not self._named(share.start, share.end)]
        return [share for share in found if not overlaps(share.start, share.end, taken)]

    @cached_property
    def limits(self) -> list[Limit]:
        taken = [(found.start, found.end) for found in self.repeats]
        found = deadlines.deadlines(self.chars, self.year)
        return [limit for limit in found if not overlaps(limit.start, limit.end, taken)]

    @cached_property
    def comparisons(self) -> list[Comparison]:
        return comparisons.before(self.chars)

    @cached_property
    def quantities(self) -> list[Quantity]:
        taken = [*self._uncounted]
        taken += [(found.start, found.end) for found in self.repeats]
        taken += [(found.start, found.end) for found in self.shares]
        taken += [(found.start, found.end) for found in self.limits]
        return [
            found
            for found in quantities(self.chars)
            if found.value != 0 and not overlaps(found.start, found.end, taken)
        ]

    @cached_property
    def _clause_ends(self) -> list[int]:
        return [end for _, end in self.clauses]

    def clause(self, place: int) -> tuple[int, int]:
        return self.clauses[bisect_left(self._clause_ends, place)]

    def clause_before(self, place: int) -> tuple[int, int] | None:
        """The clause before the one that holds `place`."""
        position = self.clauses.index(self.clause(place))
        return self.clauses[position - 1] if position else None

    def floor(self, quantity: Quantity) -> int:
        """Where the words that belong to this quantity alone begin: after the one before it in the same clause."""
        start = self.clause(quantity.start)[0]
        ends = [self._end(other) for other in self.quantities if start <= other.start < quantity.start]
        return max([start, *(end for end in ends if end <= quantity.start)])

    def _end(self, quantity: Quantity) -> int:
        right = comparisons.after(self.chars, quantity.end)
        return right.end if right else quantity.end

    def _named(self, start: int, end: int) -> bool:
        return any(left <= start and end <= right for left, right in self._uncounted)
