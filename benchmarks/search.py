"""Being found in a city of two million: by part of a name, initials, the tail of a telephone number, the ID number; the
list of a branch, the health check of a street. Whole pages as the program reads them, against the same by hand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from benchmarks import Row, Stage, percentile
from benchmarks.by_hand import BRANCH_LIST, COUNT, HEALTH, SEARCHES
from benchmarks.measuring import explained, in_the_database, seconds, spent
from jingwei.domains.health.selectors.examining import examined
from jingwei.foundation.clock import today
from jingwei.foundation.scope.paths import successor
from jingwei.foundation.scope.reach import within
from jingwei.members.models import Member
from jingwei.members.rules.naming import plain, syllables_of
from jingwei.members.selectors import number_of, search
from jingwei.members.selectors.listing import keys, listed
from jingwei.members.selectors.search import blind_index, keys_of
from jingwei.organizations.models import Organization

SCALE = "city"
PAGE = 51  # rows of a page, and one to see that there are more
TERMS, BRANCHES, STREETS = 300, 300, 40
TURNS = 5
ROOT = "0001"
AIM_SEARCH, AIM_LIST, AIM_HEALTH = 5, 15, 1000  # milliseconds


@dataclass
class Times:
    """Seconds of ours and of the same by hand, and the slowest statements of ours."""

    ours: list[float] = field(default_factory=list)
    limit: list[float] = field(default_factory=list)
    slowest: tuple[float, str, Any] = (0.0, "", ())

    def row(self, work: str, aim: int, stage: Stage) -> Row:
        row = Row(work, "ms", percentile(self.ours), percentile(self.limit), len(self.ours), f"p95 ≤ {aim} ms")
        if row.ours > aim and self.slowest[1]:
            stage.say(f"{work}: {self.slowest[0] * 1000:.1f} ms\n{explained(self.slowest[1], self.slowest[2])}")
        return row


def run(stage: Stage) -> Iterator[Row]:
    """p95 over hundreds of random terms in the city, its districts and its streets."""
    rng = Random(5)
    people = _people(rng)
    scopes = _scopes(rng)
    for work, (term, sql, params) in _searches().items():
        times = Times()
        for number, person in enumerate(people):
            at = scopes[number % len(scopes)]
            words = term(person, rng)
            by_hand = (sql, [*params(words), at, successor(at), PAGE])
            with within(at):
                _measure(times, lambda words=words, at=at: _page(words, at), [by_hand])
        yield times.row(work, AIM_SEARCH, stage)
    yield _branch_list(rng, stage)
    yield _health_check(rng, stage)


def _people(rng: Random) -> list[Member]:
    with within(ROOT):
        last = Member.objects.order_by("-id").values_list("id", flat=True)[0]
        picked = [rng.randrange(1, last + 1) for _ in range(TERMS)]
        return list(Member.objects.filter(pk__in=picked, left_on=None).order_by("id_index"))


def _scopes(rng: Random) -> list[str]:
    """Whose places searches are made from: the city's, a few districts', a few streets', each as often."""
    with within(ROOT):
        by_level = {
            level: list(Organization.objects.filter(level__in=level.split()).values_list("path", flat=True))
            for level in ("city", "district", "street town")
        }
    return [rng.choice(paths) for _ in range(20) for paths in by_level.values()]


def _searches() -> dict[str, tuple[Callable[..., str], str, Callable[[str], list[Any]]]]:
    """What is looked for → (the term, of a person), the SQL by hand and the parameters of a term in it."""
    return {
        "search name part": (_part, SEARCHES["word"], lambda words: [words]),
        "search pinyin initials": (_initials, SEARCHES["word"], lambda words: [words]),
        "search phone tail": (_tail, SEARCHES["phone_tail"], lambda words: [blind_index("phone_tail", words)]),
        "search ID": (_id, SEARCHES["id_index"], lambda words: [blind_index("id_index", words)]),
    }


def _part(person: Member, rng: Random) -> str:
    """The whole name, the surname with the next sign, or the given name."""
    return rng.choice([person.name, person.name[:2], person.name[-2:]])


def _initials(person: Member, rng: Random) -> str:
    """All of them: wjg for 王建国."""
    return "".join(syllable[0] for syllable in syllables_of(plain(person.name)))


def _tail(person: Member, rng: Random) -> str:
    return str(person.phone.open()[-4:])


def _id(person: Member, rng: Random) -> str:
    return str(person.id_number.open())


def _page(words: str, at: str) -> Any:
    return list(search(words, at=at).order_by(*keys_of(words))[:PAGE])


def _measure(times: Times, ours: Callable[[], Any], by_hand: Sequence[tuple[str, Any]]) -> None:
    """Both five times by turns, of which the quickest counts (as `timeit` does it): the work is the same each time, and
    what comes on top is other programs of the machine."""
    took: list[float] = []
    limit: list[float] = []
    for _ in range(TURNS):
        done = spent(ours)
        took.append(done.seconds)
        limit.append(sum(in_the_database(statement) for statement in by_hand))
    times.ours.append(min(took))
    times.limit.append(min(limit))
    times.slowest = max(times.slowest, (min(took), *done.slowest[1:]), key=lambda one: one[0])


def _branch_list(rng: Random, stage: Stage) -> Row:
    """The first page of a branch's list and how long the list is."""
    with within(ROOT):
        paths = list(Organization.objects.filter(level="branch").values_list("path", flat=True))
    times = Times()
    for at in rng.sample(paths, min(BRANCHES, len(paths))):
        ends = [at, successor(at)]

        def ours(at: str = at) -> Any:
            found = listed({}, at=at, on=today())
            return list(found.order_by(*keys({}))[:PAGE]), number_of(found)

        with within(at):
            _measure(times, ours, [(BRANCH_LIST, [*ends, PAGE]), (COUNT, ends)])
    return times.row("branch list", AIM_LIST, stage)


def _health_check(rng: Random, stage: Stage) -> Row:
    """The whole check, reckoning in Python included; by hand only what it must read."""
    with within(ROOT):
        streets = list(Organization.objects.filter(level__in=("street", "town")))
    times = Times()
    for top in rng.sample(streets, min(STREETS, len(streets))):
        ends = [top.path, successor(top.path)]
        with within(top.path):
            times.ours.append(seconds(lambda top=top: examined(top, on=today())))
        times.limit.append(sum(in_the_database((sql, ends)) for sql in HEALTH))
    return times.row("street health check", AIM_HEALTH, stage)
