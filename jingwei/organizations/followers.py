"""What hangs on an organization in the rooms above. They say here what has to move when two merge, what must be settled
before one is revoked, and what is counted beside it. The rooms above register; this room calls."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from jingwei.foundation.access.actor import Actor

from .models import Organization

Carry = Callable[[Organization, Organization], None]
Unsettled = Callable[[Organization], str]
Count = Callable[[Sequence[str]], Mapping[str, int]]


@dataclass(frozen=True)
class Tally:
    """Something counted for an organization and all below it: "{n} 名党员", for whoever holds `permission`."""

    unit: str
    permission: str
    count: Count


_carriers: list[Carry] = []
_checks: list[Unsettled] = []
_tallies: list[Tally] = []


def carries(carry: Carry) -> Carry:
    """Register: when `source` merges into `target`, `carry(source, target)` moves what hangs on it."""
    _carriers.append(carry)
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


def carry_all(source: Organization, target: Organization) -> None:
    """Move everything that hangs on `source` to `target`."""
    for carry in _carriers:
        carry(source, target)


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
