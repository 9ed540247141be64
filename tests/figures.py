"""What tests of figures share: rows are written, the queue is folded, the figure is read at a place."""

from jingwei.foundation.actions import writing
from jingwei.foundation.clock import today
from jingwei.foundation.scope.reach import everywhere
from jingwei.kernels.figures.actions.folding import fold_all, folding, recount, turn
from jingwei.kernels.figures.declaring import WHOLE, figures
from jingwei.kernels.figures.selectors.reading import Reading, read


def saved(*rows):
    """The rows, saved; the last one is given back."""
    with writing(reason="test"), everywhere(reason="test"):
        for row in rows:
            row.save()
    return rows[-1]


def changed(row, **values):
    """The row with other values, saved."""
    for name, value in values.items():
        setattr(row, name, value)
    return saved(row)


def _reading(organization, key, cut) -> Reading:
    fold_all()
    with everywhere(reason="test"):
        return read(organization, [(key, cut)])


def counted(organization, key, cut=WHOLE, value="", *, months=None):
    """How much the figure counts at and below an organization."""
    return _reading(organization, key, cut).amount(key, cut, value, months=months)


def divided(organization, key, cut):
    """Value of the cut → how much."""
    return {value: amount for value, amount in _reading(organization, key, cut).cut(key, cut).items() if amount}


def by_month(organization, key):
    """Month → how much."""
    return {month: amount for month, amount in _reading(organization, key, WHOLE).months(key).items() if amount}


def this_month():
    """ "2026-11", by the clock of the test."""
    return f"{today():%Y-%m}"


def on_the_day(day, *keys):
    """What a night's run does with these figures (all without): they are counted anew as of a day. Rows come first:
    what is written later is folded as of today."""
    fold_all()
    if not keys:
        turn(on=day)
        return
    with folding():
        recount([figures()[key] for key in keys], on=day)
