"""The numbers of a report on a day: as they were known then, and as that day is known now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jingwei.foundation.ui.addresses import url
from jingwei.kernels.figures.declaring import declared, figures, ratios
from jingwei.kernels.figures.selectors.reading import Reading, read
from jingwei.kernels.figures.selectors.then import true_on

from ..models import Number, Summary
from ..rules import amounts
from .reports import about, months_of

UNTOLD = "—"


@dataclass(frozen=True)
class Both:
    """A number of the text: what it counts, its words there, what was known on the day, and what is known now of the
    day ("—" where nothing is kept of days that have passed); `href` opens the differences."""

    about: str
    words: str
    then: str
    now: str
    href: str

    @property
    def differs(self) -> bool:
        return self.now not in (self.then, UNTOLD)


def then_and_now(report: Summary, day: date) -> list[Both]:
    """Each thing that the report counts once, in the order of the text; without those whose figure is gone. Raises
    PermissionDenied out of reach."""
    rows = Number.objects.filter(paragraph__summary=report).order_by("paragraph__line", "position")
    counted: dict[tuple[str, ...], Number] = {}
    for one in rows:
        if one.figure in figures() or one.figure in ratios():
            counted.setdefault((one.figure, one.cut, one.value, one.first_month, one.last_month), one)
    numbers = list(counted.values())
    here, wanted = report.organization, list(dict.fromkeys(pair for one in numbers for pair in _wanted(one)))
    then, (now, untold) = read(here, wanted, known_on=day), true_on(here, wanted, day)
    return [
        Both(
            about(one),
            one.words,
            _words(one, then),
            _words(one, now) if untold.isdisjoint(_wanted(one)) else UNTOLD,
            f"{url('dashboards:differences', here.pk, one.figure)}?day={day}",
        )
        for one in numbers
    ]


def _wanted(one: Number) -> Sequence[tuple[str, str]]:
    return ratios()[one.figure].wanted if one.figure in ratios() else ((one.figure, one.cut),)


def _words(one: Number, reading: Reading) -> str:
    months = months_of(one) or None
    if one.figure in ratios():
        share = reading.ratio(ratios()[one.figure], months=months)
        return amounts.ratio(share.top, share.bottom, share.unit)
    figure = declared(one.figure)
    return amounts.exact(reading.amount(one.figure, one.cut, one.value, months=months), getattr(figure, "unit", ""))
