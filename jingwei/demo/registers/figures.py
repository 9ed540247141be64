"""The figures of the demo have a past: they are counted as the year goes by, as a worker would have done daily."""

from jingwei.demo.story.stage import Stage
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import today
from jingwei.kernels.figures.actions.folding import fold_all, turn
from jingwei.kernels.figures.actions.rebuilding import rebuild
from jingwei.organizations.rules import months_later

# Months ago. Counting more often would let whoever builds a demo wait.
FIRST, BETWEEN, LAST = 11, 3, 1


def schedule(stage: Stage) -> None:
    """Before the first month that a board shows is over, now and then, and a month ago."""
    office = stage.login("qinyaqin")
    for back, step in ((FIRST, _from_nothing), (BETWEEN, _folded), (LAST, _turned)):
        stage.later(months_later(stage.days.today, -back), office, step)


def _from_nothing(actor: Actor) -> None:
    rebuild(on=today())


def _folded(actor: Actor) -> None:
    fold_all()


def _turned(actor: Actor) -> None:
    fold_all()
    turn(on=today())
