"""What hangs on an organization in the rooms above. They say here what has to move when two merge, what must be settled
before one is revoked, and what is counted beside it. The rooms above register; this room calls."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jingwei.foundation.access.actor import Actor

from .models import Organization, Unit

CarryUnit = Callable[[Unit, Unit], None]
Unsettled = Callable[[Organization], str]
Count = Callable[[Sequence[str]], Mapping[str, int]]
Listed = Callable[[Organization], list[tuple[int, str]]]
Rehome = Callable[[Actor, Organization, Sequence[int], Organization, date, str], None]


@dataclass(frozen=True)
class Tally:
    """Something counted for an organization and all below it: "{n} 名党员", for whoever holds `permission`."""

    unit: str
    permission: str
    count: Count


@dataclass(frozen=True)
class Residents:
    """Who belongs to an organization and must always belong to one: `unit` is "名党员", `listed(organization)` names
    them by number, `rehome(actor, old, numbers, new, on, basis)` gives them a new home inside the act that
    reorganises."""

    unit: str
    permission: str
    listed: Listed
    rehome: Rehome


@dataclass(frozen=True)
class Merger:
    """`source` goes into `target` from the day `on`, by the decision `basis` (a document)."""

    source: Organization
    target: Organization
    on: date
    basis: str


Carry = Callable[[Merger], None]
Moved = Callable[[Organization, str, str], None]

_carriers: list[Carry] = []
_moved: list[Moved] = []
_residents: list[Residents] = []
_unit_carriers: list[CarryUnit] = []
_checks: list[Unsettled] = []
_tallies: list[Tally] = []


def carries(carry: Carry) -> Carry:
    """Register: when an organization merges into another, `carry(merger)` moves what hangs on it."""
    _carriers.append(carry)
    return carry


def when_moved(follow: Moved) -> Moved:
    """Register: when an organization has moved with all below it, `follow(organization, old, new)` is told the path
    where it stood and the one where it stands."""
    _moved.append(follow)
    return follow


def carries_unit(carry: CarryUnit) -> CarryUnit:
    """Register: when `twin` turns out to be the same unit as `kept`, `carry(twin, kept)` moves what hangs on it."""
    _unit_carriers.append(carry)
    return carry


def must_be_settled(check: Unsettled) -> Unsettled:
    """Register: `check(organization)` says what is still unsettled ("12 名党员"), "" when nothing is."""
    _checks.append(check)
    return check


def tally(unit: str, *, permission: str) -> Callable[[Count], Count]:
    """Register: `count(paths)` gives for each path the number at and below it, in one query."""

    def declare(count: Count) -> Count:
        _tallies.append(Tally(unit, permission, count))
        return count

    return declare


def resides(residents: Residents) -> None:
    """Register those who need a new home when their organization is split or revoked."""
    _residents.append(residents)


def residents_of(organization: Organization) -> list[tuple[Residents, list[tuple[int, str]]]]:
    """Who is in the organization itself: each kind with (number, name) of all of them, without the empty kinds."""
    return [(kind, found) for kind in _residents if (found := kind.listed(organization))]


def rehome(
    actor: Actor, old: Organization, new: Organization, /, *, chosen: Sequence[int] | None, on: date, basis: str
) -> None:
    """Give the chosen residents (all without a choice) a new home."""
    for kind, found in residents_of(old):
        numbers = [number for number, _ in found if chosen is None or number in chosen]
        if numbers:
            kind.rehome(actor, old, numbers, new, on, basis)


def carry_all(merger: Merger) -> None:
    """Move everything that hangs on the source to the target."""
    for carry in _carriers:
        carry(merger)


def tell_moved(organization: Organization, old: str, new: str) -> None:
    """Tell all that the organization has moved."""
    for follow in _moved:
        follow(organization, old, new)


def carry_unit(twin: Unit, kept: Unit) -> None:
    """Move everything that hangs on a unit to its twin."""
    for carry in _unit_carriers:
        carry(twin, kept)


def unsettled(organization: Organization) -> list[str]:
    """What has to be settled before the organization is revoked."""
    return [words for check in _checks if (words := check(organization))]


def tallied(paths: Sequence[str], actor: Actor) -> dict[str, list[str]]:
    """Path → what there is at and below it, in words, as far as the actor may know it."""
    found: dict[str, list[str]] = {path: [] for path in paths}
    for one in _tallies if paths else ():
        if actor.may_anywhere(one.permission):
            for path, number in one.count(paths).items():
                found[path] += [f"{number:,} {one.unit}"] if number else []
    return found
