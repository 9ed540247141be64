"""The rows of the invented city that are no members: organizations, terms, posts, units."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from jingwei.organizations.choices import Duty, Headcount, Level, UnitKind, WithoutCode
from jingwei.organizations.models import Organization, Post, Term, Unit

from .layout import TRADES, Node
from .numbers import credit_code
from .scales import Scale

Table = tuple[Any, Sequence[str], Iterator[Sequence[Any]]]
OFFICES = {Level.CITY: "office_city", Level.DISTRICT: "office_district"}
AREAS = (Level.STREET, Level.TOWN)
LONG_TERM, SHORT_TERM = 5, 3  # years
DUE_SOON, OVERDUE, WRONG_LENGTH = 0.1, 0.04, 0.02
VERIFIED = 0.8  # units whose code is known
UNITS = (UnitKind.PRIVATE_FIRM, UnitKind.SHOP, UnitKind.SOCIAL, UnitKind.PROPERTY, UnitKind.BUILDING, UnitKind.OWNERS)
NODE_COLUMNS = (
    "id path children_made name short_name level party_type community_kind established_on revoked_on"
).split()


def structure(nodes: Sequence[Node], scale: Scale, *, seed: int, on: date) -> Iterator[Table]:
    """(model, columns, rows) of each table, in the order in which they can be written; the logins of those who hold
    posts come before the posts."""
    yield Organization, NODE_COLUMNS, _organizations(nodes)
    yield Term, ("organization_id", "number", "since", "years", "ended_on"), _terms(nodes, Random(seed), on)
    yield Unit, UNIT_COLUMNS, _units(nodes, scale, Random(seed))


UNIT_COLUMNS = (
    "organization_id name kind is_resident party_organization_id credit_code without_code address headcount industry"
).split()


def _organizations(nodes: Sequence[Node]) -> Iterator[Sequence[Any]]:
    for node in nodes:
        kind, day = node.community_kind, node.established_on
        yield (
            node.pk,
            node.path,
            node.children,
            full_name(node),
            node.name,
            node.level,
            node.party_type,
            kind,
            day,
            None,
        )


def full_name(node: Node) -> str:
    """The name of the committee; a branch is called in full as it is in short."""
    if node.level in (Level.BRANCH, Level.GROUP, Level.DEPARTMENT):
        return node.name
    return f"中国共产党{node.name}委员会" if node.level != Level.UNIT else f"中共{node.name}总支部委员会"


def _terms(nodes: Sequence[Node], rng: Random, on: date) -> Iterator[Sequence[Any]]:
    for node in nodes:
        if not node.is_elected:
            continue
        right = LONG_TERM if node.setting in ("village", "community") or not node.setting else SHORT_TERM
        years = (LONG_TERM + SHORT_TERM - right) if rng.random() < WRONG_LENGTH else right
        chance, whole = rng.random(), years * 365
        left = rng.randrange(190, whole - 60)
        if chance < OVERDUE:
            left = -rng.randrange(1, 400)
        elif chance < OVERDUE + DUE_SOON:
            left = rng.randrange(1, 180)
        yield node.pk, rng.randrange(2, 9), on - timedelta(days=whole - left), years, None


def _units(nodes: Sequence[Node], scale: Scale, rng: Random) -> Iterator[Sequence[Any]]:
    made, sizes = 0, Headcount.values
    for node in nodes:
        if node.level not in (Level.COMMUNITY, Level.VILLAGE):
            continue
        for number in range(scale.residents):
            made += 1
            kind = UNITS[number % len(UNITS)]
            known = rng.random() < VERIFIED and kind != UnitKind.BUILDING
            yield (
                node.pk,
                f"{node.name}{TRADES[made % len(TRADES)]}{UnitKind(kind).label}{number + 1}号",
                kind,
                number == 0,
                None,
                credit_code(made) if known else None,
                WithoutCode.NOT_A_BODY if kind == UnitKind.BUILDING else "",
                f"{node.name}{made % 200 + 1}号",
                sizes[made % len(sizes)],
                TRADES[made % len(TRADES)],
            )


def posts(nodes: Sequence[Node], officers: Sequence[tuple[Node, int]], on: date) -> Iterator[Sequence[Any]]:
    """The posts of branches, of the bodies above them (the secretary of the first branch), and of the offices."""
    committee = (Duty.ORGANIZATION, Duty.PUBLICITY)
    heads: dict[str, Node] = {}
    for node in nodes:
        since = on - timedelta(days=100 + node.pk % 900)
        if node.seats:
            above = node.path[:-4]
            heads.setdefault(above, node)
            yield node.first_user, node.pk, Duty.SECRETARY, "secretary", since, None
            for at in range(1, node.seats):
                yield node.first_user + at, node.pk, committee[at - 1], "committee_member", since, None
    for node in nodes:
        if node.level in (Level.COMMUNITY, Level.VILLAGE, Level.UNIT) and (head := heads.get(node.path)):
            yield head.first_user, node.pk, Duty.SECRETARY, "secretary", on - timedelta(days=300), None
    for node, user in officers:
        role = OFFICES.get(Level(node.level), "office_town")
        yield user, node.pk, Duty.STAFF, role, on - timedelta(days=300), None


def officers(nodes: Sequence[Node]) -> list[tuple[Node, int]]:
    """Who works in the offices of the city, the districts, the streets and towns, with logins after all others."""
    last = max((node.first_user + node.seats for node in nodes if node.setting), default=1)
    offices = [node for node in nodes if node.level in (*OFFICES, *AREAS)]
    return [(node, last + number) for number, node in enumerate(offices)]


POSTS = (Post, ("user_id", "organization_id", "duty", "role", "since", "until"))
