"""What the blanks of a template count, for an organization and some months: all of them in one reading, and one more
for each day in the past that something is compared with."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from jingwei.kernels.figures.declaring import figures, ratios
from jingwei.kernels.figures.selectors.reading import Reading, read
from jingwei.kernels.figures.selectors.trends import is_counted_by
from jingwei.organizations.models import Organization
from jingwei.organizations.rules import months_later

from ..rules import amounts, months
from ..rules.drafting import Counted
from ..rules.meaning import COMPARED, Meaning
from ..rules.months import first_day
from .named import named

Wanted = tuple[str, str]
THAN = dict(COMPARED.values())
LONGEST = 400  # signs of a list of names


class Counting:
    """The numbers of one draft. Raises PermissionDenied, when it first counts, for an organization out of reach."""

    def __init__(self, here: Organization, meant: Iterable[Meaning], first: str, last: str, *, on: date) -> None:
        self.here, self.first, self.last, self.on = here, first, last, on
        self.meant = tuple(meant)

    @cached_property
    def now(self) -> Reading:
        return read(self.here, list(dict.fromkeys(pair for one in self.meant for pair in wanted(one))))

    @cached_property
    def then(self) -> dict[str, Reading | None]:
        """Form of comparison → how what is there stood then; None where that is not known."""
        return {form: self._stood(form) for form in THAN}

    def _stood(self, form: str) -> Reading | None:
        asked = [pair for one in self.meant if one.form == form and not one.known.happens for pair in wanted(one)]
        if not asked:
            return None
        day = first_day(self.first) - timedelta(days=1) if form == "change" else months_later(self.on, -12)
        return read(self.here, list(dict.fromkeys(asked)), known_on=day) if is_counted_by(day) else None

    def of(self, meant: Meaning) -> list[Counted]:
        """The numbers that stand for a blank: one, or those of a composition."""
        if meant.form == "spread":
            return self._spread(meant)
        return [self._listed(meant) if meant.form == "list" else self._one(meant)]

    def _spread(self, meant: Meaning) -> list[Counted]:
        cut = figures()[meant.known.key].cut(meant.cut)
        found = self.now.cut(meant.known.key, meant.cut, months=self.months_of(meant) or None)
        values = [value for value in cut.order or found if found.get(value)]
        return [self._one(replace(meant, form="exact", value=one, label=cut.words(one))) for one in values]

    def _one(self, meant: Meaning) -> Counted:
        run = self.months_of(meant)
        amount, bottom = self._amounts(meant, self.now, run)
        says, words = bool(amount if bottom is None else bottom), _words(meant, amount, bottom)
        if meant.is_change:
            words = self._change(meant, amount, bottom)
            says = words != amounts.NOT_COMPARED
        first, last = (run[0], run[-1]) if run else ("", "")
        return Counted(meant, first, last, amount, bottom, words, says)

    def _change(self, meant: Meaning, amount: int, bottom: int | None) -> str:
        before = self.now if meant.known.happens else self.then[meant.form]
        if before is None:
            return amounts.NOT_COMPARED
        earlier = months.run_before if meant.form == "change" else months.year_before
        was, below = self._amounts(meant, before, earlier(self.first, self.last) if meant.known.happens else ())
        if bottom == 0 or below == 0:
            return amounts.NOT_COMPARED
        unit = meant.known.unit
        values = (_value(amount, bottom, unit), _value(was, below, unit))
        return amounts.change(*values, unit, than=THAN[meant.form])

    def _listed(self, meant: Meaning) -> Counted:
        run = self.months_of(meant)
        figure = figures()[meant.known.key]
        names, total = named(figure, self.here, meant.cut, meant.value, run, on=self.on)
        words = amounts.listed(names, total, of=f"个{meant.known.counts or '党组织'}", longest=LONGEST)
        first, last = (run[0], run[-1]) if run else ("", "")
        return Counted(meant, first, last, total, None, words or "无", bool(names))

    def _amounts(self, meant: Meaning, reading: Reading, run: Sequence[str]) -> tuple[int, int | None]:
        if meant.known.is_ratio:
            share = reading.ratio(ratios()[meant.known.key], months=run or None)
            return share.top, share.bottom
        return reading.amount(meant.known.key, meant.cut, meant.value, months=run or None), None

    def months_of(self, meant: Meaning) -> tuple[str, ...]:
        """The months over which a meaning counts; () for what is there."""
        if not meant.known.happens:
            return ()
        spans = {
            "": months.run(self.first, self.last),
            "before": months.run_before(self.first, self.last),
            "year_before": months.year_before(self.first, self.last),
            "year_so_far": months.year_so_far(self.last),
        }
        return spans[meant.span]


def wanted(meant: Meaning) -> tuple[Wanted, ...]:
    """(figure, cut) of all that has to be read for a meaning."""
    if meant.known.is_ratio:
        return ratios()[meant.known.key].wanted
    return ((meant.known.key, meant.cut),)


def _words(meant: Meaning, amount: int, bottom: int | None) -> str:
    unit = "" if meant.form == "digits" else meant.known.unit
    if bottom is not None:
        return amounts.ratio(amount, bottom, meant.known.unit)
    return amounts.about(amount, unit) if meant.form == "about" else amounts.exact(amount, unit)


def _value(amount: int, bottom: int | None, unit: str) -> Decimal:
    return Decimal(amount) if bottom is None else amounts.value(amount, bottom, unit)
