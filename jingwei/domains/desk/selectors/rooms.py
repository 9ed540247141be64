"""What comes from the other rooms."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from jingwei.domains.care.selectors.waiting import waiting_for as care
from jingwei.domains.coverage.selectors.waiting import waiting_for as coverage
from jingwei.domains.floating.selectors.waiting import waiting_for as floating
from jingwei.domains.handover.selectors.packs import waiting_for as handover
from jingwei.domains.health.selectors.matters import waiting_for as health
from jingwei.domains.privacy.selectors.lines import waiting_for as privacy
from jingwei.domains.transfers.selectors.waiting import waiting_for as transfers
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.ui.due import Due

ROOMS: tuple[Callable[[Actor, date], Iterable[Due]], ...] = (
    handover,
    health,
    transfers,
    floating,
    privacy,
    care,
    coverage,
)


def from_rooms(actor: Actor, on: date) -> Iterator[Due]:
    """What waits for this actor in the registers."""
    for waiting_for in ROOMS:
        yield from waiting_for(actor, on)
