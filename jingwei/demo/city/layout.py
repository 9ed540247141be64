"""The tree of the invented city, from the root down in the order of paths."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from jingwei.foundation.scope.paths import segment
from jingwei.organizations.choices import ELECTED, CommunityKind, Level, PartyType

from .scales import Scale

FIRST = "云望清南和安金玉青松竹梅兰芳春秋长永新丰锦秀明光华东西北福乐"
SECOND = "桥溪湖泉岭坪洲湾塘浦港渡岗坡林园亭台阁营屯堡井口头"
TRADES = ("电子", "机械", "商贸", "纺织", "物流", "软件", "食品", "建材", "医药", "园林")
BODIES = ("有限公司", "中学", "医院", "小学", "集团", "研究所", "商会", "合作社")
SETTINGS = {"中学": "school", "小学": "school", "医院": "hospital", "研究所": "college"}
SIZES = (0, 1, 2, 3, 5, 8, 12, 16, 20, 24, 28, 33, 38, 44, 50, 51, 65)
WEIGHTS = (4, 6, 8, 20, 40, 70, 120, 150, 170, 140, 110, 70, 40, 20, 8, 10, 5)
SMALL, LARGE = 4, 48  # sizes that may still be shifted to meet the number of members
GROUP_EVERY = 9  # one branch in so many has a group
COMMITTEE_FROM = 8  # members
WITHOUT_SECRETARY, WITHOUT_COMMITTEE = 0.03, 0.08


@dataclass(slots=True)
class Node:
    """One organization. `seats`: how many of its first members hold posts in it (secretary, then the committee);
    `first_member`, `first_user`: the keys from which its people are numbered."""

    pk: int
    path: str
    name: str
    level: str
    party_type: str
    established_on: date
    children: int = 0
    community_kind: str = ""
    setting: str = ""
    size: int = 0
    seats: int = 0
    group: int | None = None
    first_member: int = 0
    first_user: int = 0

    @property
    def is_elected(self) -> bool:
        return self.party_type in ELECTED and self.level not in (Level.CITY, Level.DISTRICT, Level.STREET, Level.TOWN)


def place_name(number: int) -> str:
    """云桥, 望溪 …: another for each number below 750."""
    return FIRST[number % len(FIRST)] + SECOND[(number // len(FIRST) + number) % len(SECOND)]


def layout(scale: Scale, *, seed: int, on: date) -> list[Node]:
    """All organizations with the sizes of their branches, which come to the members of the scale."""
    rng = Random(seed)
    nodes = list(_Growing(rng, scale, on).city())
    _fit(rng, [node for node in nodes if node.setting], scale.members)
    _seat(rng, nodes)
    return nodes


class _Growing:
    """Makes the nodes, counting as it goes."""

    def __init__(self, rng: Random, scale: Scale, on: date) -> None:
        self.rng, self.scale, self.on = rng, scale, on
        self.made = 0
        self.branches = 0

    def node(self, path: str, name: str, level: str, party_type: str, **more: Any) -> Node:
        self.made += 1
        day = self.on - timedelta(days=self.rng.randrange(400, 15_000))
        return Node(self.made, path, name, level, party_type, day, **more)

    def city(self) -> Iterator[Node]:
        path, count = segment(1), self.scale.districts
        yield self.node(path, "云衡市", Level.CITY, PartyType.COMMITTEE, children=count)
        for number in range(1, count + 1):
            yield from self.district(path + segment(number), f"{place_name(number * 37)}区", number)

    def district(self, path: str, name: str, number: int) -> Iterator[Node]:
        areas, departments = self.scale.areas, self.scale.departments
        yield self.node(path, name, Level.DISTRICT, PartyType.COMMITTEE, children=areas + departments)
        for one in range(1, areas + 1):
            index = (number - 1) * areas + one
            yield from self.area(path + segment(one), index)
        for one in range(1, departments + 1):
            below = path + segment(areas + one)
            title, count = f"{name}第{one}机关", self.scale.department_branches
            yield self.node(below, title, Level.DEPARTMENT, PartyType.NONE, children=count)
            yield from self.branches_of(below, title, count, "department")

    def area(self, path: str, index: int) -> Iterator[Node]:
        is_street = index % 3 != 0
        name = place_name(index) + ("街道" if is_street else "镇")
        communities = self.scale.communities[index % len(self.scale.communities)]
        level, kind = (Level.STREET, PartyType.WORKING_COMMITTEE) if is_street else (Level.TOWN, PartyType.COMMITTEE)
        yield self.node(path, name, level, kind, children=communities + self.scale.units)
        for one in range(1, communities + 1):
            yield from self.community(path + segment(one), index * 53 + one, is_street)
        for one in range(1, self.scale.units + 1):
            yield from self.unit(path + segment(communities + one), name[:2], one)

    def community(self, path: str, index: int, is_urban: bool) -> Iterator[Node]:
        name, count = place_name(index), self.scale.community_branches
        level, end, setting = (Level.COMMUNITY, "社区", "community") if is_urban else (Level.VILLAGE, "村", "village")
        kind = self.rng.choice(CommunityKind.values) if is_urban else ""
        full = name + end
        yield self.node(path, full, level, PartyType.COMMITTEE, children=count, community_kind=kind)
        yield from self.branches_of(path, full, count, setting)

    def unit(self, path: str, area: str, number: int) -> Iterator[Node]:
        body = BODIES[number % len(BODIES)]
        name = f"{area}{TRADES[number % len(TRADES)]}{body}（{number}）"
        count, setting = self.scale.unit_branches, SETTINGS.get(body, "firm")
        yield self.node(path, name, Level.UNIT, PartyType.GENERAL_BRANCH, children=count)
        yield from self.branches_of(path, name, count, setting)

    def branches_of(self, path: str, name: str, count: int, setting: str) -> Iterator[Node]:
        for number in range(1, count + 1):
            self.branches += 1
            kind = PartyType.RETIRED_BRANCH if number == count and count > 4 else PartyType.BRANCH
            own = "retired" if kind == PartyType.RETIRED_BRANCH else setting
            below, title = path + segment(number), f"{name}第{number}党支部"
            size = self.rng.choices(SIZES, WEIGHTS)[0]
            has_group = self.branches % GROUP_EVERY == 0
            branch = self.node(below, title, Level.BRANCH, kind, setting=own, size=size, children=int(has_group))
            yield branch
            if has_group:
                group = self.node(below + segment(1), f"{title}第一党小组", Level.GROUP, PartyType.SMALL_GROUP)
                branch.group = group.pk
                yield group


def _fit(rng: Random, branches: list[Node], members: int) -> None:
    """Shift the sizes of ordinary branches by ones until all come to the number of members."""
    ordinary = [branch for branch in branches if SMALL < branch.size < LARGE]
    missing = members - sum(branch.size for branch in branches)
    while missing and ordinary:
        step = 1 if missing > 0 else -1
        for branch in rng.sample(ordinary, min(abs(missing), len(ordinary))):
            branch.size += step
            missing -= step
        ordinary = [branch for branch in ordinary if 3 < branch.size < 50]


def _seat(rng: Random, nodes: list[Node]) -> None:
    """Say who holds posts, and number members and their users on from branch to branch."""
    member = user = 1
    for node in nodes:
        if not node.setting:
            continue
        node.seats = int(node.size > 0 and rng.random() >= WITHOUT_SECRETARY)
        if node.seats and node.size >= COMMITTEE_FROM and rng.random() >= WITHOUT_COMMITTEE:
            node.seats = 3
        node.first_member, node.first_user = member, user
        member, user = member + node.size, user + node.seats
