"""A street goes to another district; the figures of both are right the moment it is done."""

from collections.abc import Iterator
from operator import itemgetter
from time import perf_counter

from django.db import transaction

from benchmarks import Row
from benchmarks.figures_by_hand import moved_by_hand
from benchmarks.measuring import seconds
from jingwei.foundation.access.actor import Actor
from jingwei.foundation.clock import today
from jingwei.foundation.scope.paths import parent, segment
from jingwei.foundation.scope.reach import reaching, within
from jingwei.kernels.figures.actions.folding import fold_all
from jingwei.kernels.figures.selectors.reading import table
from jingwei.kernels.figures.selectors.verifying import disagreements
from jingwei.organizations.acting import actor_through
from jingwei.organizations.actions.reorganising import move
from jingwei.organizations.models import Organization, Post
from jingwei.organizations.selectors.tree import children

ROOT = "0001"
STREET = 5_000  # members
BASIS = "云委〔2026〕9号"


def moved() -> Iterator[Row]:
    """Nothing in a city with one district."""
    with within(ROOT):
        actor = actor_through(Post.objects.get(organization__path=ROOT, role="office_city", until=None).pk)
        districts = list(Organization.objects.filter(level="district").order_by("path"))
    if actor is None or len(districts) == 1:
        return
    with reaching(actor.reach()):
        street, size = _street(actor)
        other = next(one for one in reversed(districts) if one.path != parent(street.path))
        limit = seconds(lambda: _moved_and_back(street, other.path + segment(9_999)))
        before = _amounts(parent(street.path), other.path, ROOT)
        began = perf_counter()
        move(actor, street, parent=other, on=today(), basis=BASIS)
        fold_all()
        ours = perf_counter() - began
    after = _amounts(parent(street.path), other.path, ROOT)
    if [new - old for new, old in zip(after, before, strict=True)] != [-size, size, 0] or disagreements():
        raise AssertionError(f"the figures did not follow: {before} → {after}")
    yield Row(f"move of a street of {size:,} members", "s", ours, limit, 1, "≤ 2 s")


def _street(actor: Actor) -> tuple[Organization, int]:
    """The smallest one with more than 5,000 members (in a small city the largest), and how many: communities go to its
    neighbour until about as many are left."""
    streets = list(Organization.objects.filter(level__in=("street", "town")).order_by("path"))
    by_size = sorted(zip(_sizes(streets), streets, strict=True), key=itemgetter(0))
    size, street = next((one for one in by_size if one[0] >= STREET), by_size[-1])
    neighbour = next(one for one in streets if parent(one.path) == parent(street.path) and one.pk != street.pk)
    communities = list(children(street))
    for members, community in zip(_sizes(communities), communities, strict=True):
        if size - members >= STREET:
            move(actor, community, parent=neighbour, on=today(), basis=BASIS)
            size -= members
    fold_all()
    return street, size


def _moved_and_back(street: Organization, path: str) -> None:
    with transaction.atomic():
        moved_by_hand(street.pk, street.path, path)
        transaction.set_rollback(True)


def _amounts(*paths: str) -> list[int]:
    with within(ROOT):
        found = {one.path: one for one in Organization.objects.filter(path__in=paths)}
        return _sizes([found[path] for path in paths])


def _sizes(organizations: list[Organization]) -> list[int]:
    """The members of each."""
    found = table(organizations, [("members.members", "")])
    return [found[one.pk].amount("members.members") for one in organizations]
