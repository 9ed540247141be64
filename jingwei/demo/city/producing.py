"""The rows of some branches, written out as the database copies them. Runs in a process of its own."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from jingwei.foundation.secrets.sealing import blinder, sealer
from jingwei.members.choices import GONE
from jingwei.members.rules.naming import words_of

from .crowd import Sort, Tables, days_of, named, tables
from .layout import Node
from .numbers import id_number, phone

MEMBER_COLUMNS = (
    "id version path organization_id group_id user_id name gender born_on ethnic education occupation workplace "
    "joined_on approved_on full_on dues_base standing left_on id_number id_index phone phone_index phone_tail "
    "address hardship created_at"
).split()
WORD_COLUMNS = ("word", "path", "member_id")
USER_COLUMNS = (
    "id password last_login is_superuser username email is_staff is_active date_joined name temporary_password".split()
)
ID, PHONE, ADDRESS, HARDSHIP = (f"members.Member.{name}" for name in ("id_number", "phone", "address", "hardship"))
NONE = "\\N"
NO_PASSWORD = "!" + "0" * 40
HARD_UP = 0.02
HARDSHIPS = ("低保家庭", "本人患重病", "孤寡独居", "残疾二级，行动不便")
PLACES = ("办公室", "车间", "生产科", "综合科", "财务科", "退休", "务农", "门诊部", "教研组")


@dataclass(frozen=True)
class Order:
    """Some branches whose rows are wanted; `number` from 0 tells the orders apart."""

    number: int
    seed: int
    on: date
    branches: Sequence[Node]


@dataclass
class Rows:
    """The rows of an order: members, the words of their names, the logins of those who hold posts."""

    members: str = ""
    words: str = ""
    users: str = ""
    count: int = 0


class _Sealing:
    """The seals and blind indexes of an order."""

    def __init__(self) -> None:
        self.seals = {column: sealer(column) for column in (ID, PHONE, ADDRESS, HARDSHIP)}
        self.id_index, self.phone_index = blinder(ID), blinder(PHONE)
        self.phone_tail = blinder(PHONE, tail=4)

    def sealed(self, text: str, column: str) -> str:
        """As COPY reads it."""
        return "\\\\x" + self.seals[column](text).hex()


@dataclass
class _Batch:
    """What is being written out."""

    order: Order
    rng: Random
    known: Tables
    members: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    users: list[str] = field(default_factory=list)
    born: Counter[str] = field(default_factory=Counter)
    sealing: _Sealing = field(default_factory=_Sealing)


def produced(order: Order) -> Rows:
    """The rows of an order; the same for the same order."""
    batch = _Batch(order, Random(f"{order.seed} {order.number}"), tables(order.on))
    for branch in order.branches:
        sorts, weights = batch.known.sorts[branch.setting]
        for at, sort in enumerate(batch.rng.choices(sorts, cum_weights=weights, k=branch.size)):
            _write(batch, branch, at, sort)
    return Rows("".join(batch.members), "".join(batch.words), "".join(batch.users), len(batch.members))


def _write(batch: _Batch, branch: Node, at: int, sort: Sort) -> None:
    rng, pk, moment = batch.rng, branch.first_member + at, batch.order.on.isoformat()
    born, joined, full = days_of(rng, batch.known, sort)
    if at < branch.seats and full is None:  # who holds a post is a full member
        joined, full = joined - timedelta(days=600), joined - timedelta(days=234)
    name, ethnic = named(rng, batch.known, born, sort.gender)
    holds_post = at < branch.seats
    user = str(branch.first_user + at) if holds_post else NONE
    if holds_post:
        batch.users.append(f"{user}\t{NO_PASSWORD}\t{NONE}\t0\tc{user}\t\t0\t1\t{moment} 00:00:00\t{name}\t0\n")
    standing, left = _standing(batch, holds_post, joined)
    group = str(branch.group) if branch.group and at % 3 == 0 else NONE
    codes, weights = sort.education
    batch.members.append(
        f"{pk}\t1\t{branch.path}\t{branch.pk}\t{group}\t{user}\t{name}\t{sort.gender}\t{born}\t{ethnic}\t"
        f"{rng.choices(codes, cum_weights=weights)[0]}\t{sort.occupation}\t{PLACES[pk % len(PLACES)]}\t{joined}\t"
        f"{joined + timedelta(days=30)}\t{full or NONE}\t{sort.dues}\t{standing}\t{left}\t"
        f"{_secrets(batch, branch, pk, born, sort.gender)}\t{moment} 00:00:00\n"
    )
    end = f"\t{branch.path}\t{pk}\n"
    batch.words.append(end.join(words(name)) + end)


@lru_cache(maxsize=200_000)
def words(name: str) -> tuple[str, ...]:
    return tuple(words_of(name))


def _standing(batch: _Batch, holds_post: bool, joined: date) -> tuple[str, str]:
    """A standing and the day of leaving."""
    if holds_post:
        return "normal", NONE
    standings, weights = batch.known.standings
    standing = batch.rng.choices(standings, cum_weights=weights)[0]
    if standing not in GONE:
        return standing, NONE
    left = date.fromordinal(batch.known.today - batch.rng.randrange(1, 1000))
    return standing, str(max(left, joined))


def _secrets(batch: _Batch, branch: Node, pk: int, born: date, gender: str) -> str:
    """The sealed columns with their blind indexes."""
    day = f"{born:%Y%m%d}"
    order = batch.born[day + gender]
    batch.born[day + gender] += 1
    number, telephone = id_number(batch.order.number, day, order, gender), phone(pk)
    address = f"云衡市{branch.name.partition('第')[0]}{pk % 97 + 1}号{pk % 31 + 1}室"
    sealing, hardship = batch.sealing, NONE
    if batch.rng.random() < HARD_UP:
        hardship = sealing.sealed(HARDSHIPS[pk % len(HARDSHIPS)], HARDSHIP)
    return (
        f"{sealing.sealed(number, ID)}\t{sealing.id_index(number)}\t{sealing.sealed(telephone, PHONE)}\t"
        f"{sealing.phone_index(telephone)}\t{sealing.phone_tail(telephone)}\t{sealing.sealed(address, ADDRESS)}\t"
        f"{hardship}"
    )
