"""The places of the demo locality as flat lists, read from `locality/*.yaml`: parents always come before children.

`key` is a path of short names such as "wangjiang/yunqiao/wutong/2"; "" is the city. It never leaves this app.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from jingwei.demo import written

LOCALITY = Path(__file__).parent / "locality"
COMMITTEE_FROM, GENERAL_BRANCH_FROM = 100, 2  # members; branches
FEW = ("zuzhi", "wangjiang/zuzhi", "wangjiang/minzheng", "wangjiang/yunqiao", "wangjiang/tinglan", "qingli/zuzhi")
NUMBERS = "一二三四五六七八九"


@dataclass(frozen=True)
class Place:
    """One node of the tree. `size` is the number of members of a branch, 0 for everything else.

    kind: committee, working_committee, general_branch, branch, joint_branch, temporary_branch, retired_branch, group,
    department
    level: city, district, street, town, community, village, unit, department, branch, group
    setting: who its members are (a key of `settings` in distribution.yaml), only where there are members
    """

    key: str
    parent: str | None
    name: str
    short: str
    kind: str
    level: str
    setting: str = ""
    size: int = 0


@dataclass(frozen=True)
class ResidentUnit:
    """A school, a hospital, a firm or an office that has its seat in the area of the place `resident_of`."""

    name: str
    kind: str  # UnitKind
    resident_of: str
    organization: str | None  # key of its own party organization


def read(name: str) -> dict[str, Any]:
    """One file of the locality."""
    content: dict[str, Any] = written.read(LOCALITY / f"{name}.yaml")
    return content


@cache
def places() -> tuple[Place, ...]:
    """Every organization of the locality, parents first."""
    return tuple(_city(read("city")))


@cache
def few_places() -> tuple[Place, ...]:
    """One town, one street and the departments that deal with them, with few members: enough to tell the story."""
    kept = (place for place in places() if place.key.startswith(FEW) or place.key in ("", "wangjiang", "qingli"))
    return tuple(replace(place, size=max(place.size // 5, min(place.size, 8))) for place in kept)


@cache
def resident_units() -> tuple[ResidentUnit, ...]:
    """Units with a seat in one of the areas, with or without a party organization of their own."""
    city = read("city")
    found = [_resident(unit, unit["resident_of"], key) for key, unit in city["units"].items()]
    for district in city["districts"]:
        for key, area in read(district)["areas"].items():
            path = f"{district}/{key}"
            for short, unit in area.get("units", {}).items():
                found.append(_resident(unit, f"{path}/{unit['resident_of']}", f"{path}/{short}"))
            found += [ResidentUnit(name, kind, path, None) for name, kind in area.get("residents_only", {}).items()]
    return tuple(found)


def _resident(unit: dict[str, Any], resident_of: str, organization: str) -> ResidentUnit:
    kinds = {"college": "school", "firm": "private_firm"}
    setting = unit["setting"]
    return ResidentUnit(unit["name"], unit.get("kind", kinds.get(setting, setting)), resident_of, organization)


def _city(city: dict[str, Any]) -> Iterator[Place]:
    name = city["name"]
    yield Place("", None, f"中国共产党{name}委员会", name, "committee", "city")
    yield from _departments("", name, city["departments"])
    for key, unit in city["units"].items():
        yield from _unit(key, "", unit)
    for key in city["districts"]:
        yield from _district(key, name, read(key))


def _district(key: str, city: str, district: dict[str, Any]) -> Iterator[Place]:
    name = district["name"]
    yield Place(key, "", f"中国共产党{city}{name}委员会", name, "committee", "district")
    yield from _departments(key, name, district["departments"])
    for short, body in district["industry"].items():
        body_key, prefix = f"{key}/{short}", name[:-1]
        yield Place(body_key, key, prefix + body["name"], prefix + body["short"], "working_committee", "department")
        for part, branch in body["joint_branches"].items():
            yield _branch(f"{body_key}/{part}", body_key, name + branch["name"], "joint_branch", "firm", branch["size"])
    for short, area in district["areas"].items():
        yield from _area(f"{key}/{short}", key, f"{city}{name}", area)


def _departments(parent: str, area: str, departments: dict[str, Any]) -> Iterator[Place]:
    """The departments of a city or a district (委办局); some have a branch of their staff."""
    for short, department in departments.items():
        key = f"{parent}/{short}".lstrip("/")
        name, brief = area[:-1] + department["name"], area[:-1] + department.get("short", department["name"])
        yield Place(key, parent, name, brief, "department", "department")
        if "branch" in department:
            yield _branch(f"{key}/1", key, f"{brief}机关党支部", "branch", "department", department["branch"])


def _area(key: str, parent: str, above: str, area: dict[str, Any]) -> Iterator[Place]:
    """A street or a town with its offices, communities, villages and units."""
    name, level = area["name"], area["level"]
    title, kind = ("工作委员会", "working_committee") if level == "street" else ("委员会", "committee")
    yield Place(key, parent, f"中国共产党{above}{name}{title}", name, kind, level)
    for number, office in enumerate(area["offices"], start=1):
        brief = name + ("党建办" if number == 1 else office)
        yield Place(f"{key}/office{number}", key, name + office, brief, "department", "department")
    yield _branch(f"{key}/staff", key, f"{name}机关党支部", "branch", "department", area["branch"])
    for level, plural in (("community", "communities"), ("village", "villages")):
        for short, community in area.get(plural, {}).items():
            yield from _community(f"{key}/{short}", key, name, level, community)
    for short, unit in area.get("units", {}).items():
        yield from _unit(f"{key}/{short}", key, unit)
    if branch := area.get("temporary_branch"):
        yield _branch(f"{key}/temporary", key, branch["name"], "temporary_branch", "firm", branch["size"])


def _community(key: str, parent: str, town: str, level: str, community: dict[str, Any]) -> Iterator[Place]:
    name, sizes, groups = community["name"], community["branches"], community.get("groups", {})
    if len(sizes) < GENERAL_BRANCH_FROM:
        yield Place(key, parent, f"中共{town}{name}支部委员会", name, "branch", level, level, sizes[0])
        yield from _groups(key, name, groups.get(1, 0))
        return
    kind, title = _body(sizes)
    yield Place(key, parent, f"中共{town}{name}{title}", name, kind, level)
    for number, size in enumerate(sizes, start=1):
        ordinal, own = f"第{NUMBERS[number - 1]}", f"{key}/{number}"
        full, brief = f"中共{town}{name}{ordinal}支部委员会", f"{name}{ordinal}党支部"
        yield Place(own, key, full, brief, "branch", "branch", level, size)
        yield from _groups(own, brief, groups.get(number, 0))


def _body(sizes: list[int]) -> tuple[str, str]:
    """What the body over several branches is: kind and the end of its name."""
    return ("committee", "委员会") if sum(sizes) >= COMMITTEE_FROM else ("general_branch", "总支部委员会")


def _groups(branch: str, brief: str, count: int) -> Iterator[Place]:
    for number in range(1, count + 1):
        name = f"{brief}第{NUMBERS[number - 1]}党小组"
        yield Place(f"{branch}/g{number}", branch, name, name, "group", "group")


def _unit(key: str, parent: str, unit: dict[str, Any]) -> Iterator[Place]:
    """The Party organization of a school, a hospital or a firm."""
    name, setting, sizes = unit["name"], unit["setting"], unit["branches"]
    if len(sizes) < GENERAL_BRANCH_FROM:
        (size,) = sizes.values()
        yield Place(key, parent, f"中共{name}支部委员会", f"{name}党支部", "branch", "unit", setting, size)
        return
    kind, title = _body(list(sizes.values()))
    yield Place(key, parent, f"中共{name}{title}", name, kind, "unit")
    for number, (part, size) in enumerate(sizes.items(), start=1):
        kind, own = "branch", setting
        if part.startswith("学生"):
            own = "students"
        elif part.startswith("离退休"):
            kind, own = "retired_branch", "retired"
        yield _branch(f"{key}/{number}", key, name + part, kind, own, size)


def _branch(key: str, parent: str, name: str, kind: str, setting: str, size: int) -> Place:
    """A branch that is called in full as it is in short."""
    return Place(key, parent, name, name, kind, "branch", setting, size)
