"""Plants the organizations of the locality: nodes, terms, history, units, what each level answers for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random

from jingwei.demo.places import Place, resident_units
from jingwei.foundation.scope import paths
from jingwei.organizations.choices import ChangeKind, Level, PartyType, ResponsibilityKind
from jingwei.organizations.models import Change, Organization, Responsibility, Term, Unit

ROOT = paths.segment(1)
KINDS = {
    "committee": PartyType.COMMITTEE,
    "working_committee": PartyType.WORKING_COMMITTEE,
    "general_branch": PartyType.GENERAL_BRANCH,
    "branch": PartyType.BRANCH,
    "joint_branch": PartyType.JOINT_BRANCH,
    "temporary_branch": PartyType.TEMPORARY_BRANCH,
    "retired_branch": PartyType.RETIRED_BRANCH,
    "group": PartyType.SMALL_GROUP,
    "department": PartyType.NONE,
}
LOCAL = ("community", "village")
ELECTED = ("committee", "general_branch", "branch", "joint_branch", "retired_branch")
LONG_TERM, SHORT_TERM = 5, 3  # years, 支部工作条例第二十一条
# Days until the term ends, for the branches of which the story tells; all others have time left.
TERM_ENDS_IN = {"wangjiang/yunqiao/wutong/2": 150, "wangjiang/yunqiao/hetang/2": -30}
ANSWERS_FOR = {
    "city": (ResponsibilityKind.OVERALL, "总揽全市基层党建工作，统筹政策、队伍和保障"),
    "district": (ResponsibilityKind.FIRST, "对全区基层党建负第一责任，审核面向社区（村）的工作事项"),
    "street": (ResponsibilityKind.DIRECT, "直接抓好辖区各领域党建，召集联席会议，统筹网格力量"),
    "town": (ResponsibilityKind.DIRECT, "直接抓好居村和企业党建，召集联席会议，统筹网格力量"),
    "community": (ResponsibilityKind.CONCRETE, "组织党员联系服务居民，梳理诉求并推动解决"),
    "village": (ResponsibilityKind.CONCRETE, "组织党员联系服务村民，抓好村级组织建设"),
}


def plant(places: Sequence[Place], *, on: date) -> dict[str, Organization]:
    """Create the organizations and all that belongs to them; key of the place → organization."""
    rng = Random(1921)
    organizations = _nodes(rng, places, on)
    _history(rng, places, organizations)
    _terms(rng, places, organizations, on)
    Responsibility.objects.bulk_create(
        Responsibility(organization=organizations[place.key], kind=kind, text=text)
        for place in places
        for kind, text in [ANSWERS_FOR.get(place.level, ("", ""))]
        if kind
    )
    _units(organizations)
    return organizations


def _nodes(rng: Random, places: Sequence[Place], on: date) -> dict[str, Organization]:
    path: dict[str | None, str] = {}
    children: Counter[str | None] = Counter()
    nodes: dict[str, Organization] = {}
    for place in places:
        children[place.parent] += 1
        path[place.key] = path[place.parent] + paths.segment(children[place.parent]) if path else ROOT
        nodes[place.key] = Organization(
            path=path[place.key],
            name=place.name,
            short_name=place.short,
            level=Level(place.level),
            party_type=KINDS[place.kind],
            established_on=_established_on(rng, place, on),
        )
    return dict(zip(nodes, Organization.objects.bulk_create(nodes.values()), strict=True))


def _established_on(rng: Random, place: Place, on: date) -> date:
    if place.kind == "temporary_branch":
        return on - timedelta(days=200)
    first, last = (1984, 1998) if place.level in ("city", "district", "town", "village") else (1999, 2018)
    return date(rng.randint(first, last), rng.randint(1, 12), rng.randint(1, 28))


def _history(rng: Random, places: Sequence[Place], organizations: Mapping[str, Organization]) -> None:
    """How each organization came to be: by an approval of the one above it."""
    changes = []
    for place in places:
        if place.parent is not None and place.kind not in ("department", "group"):
            node, above = organizations[place.key], organizations[place.parent]
            basis = f"{above.short_name}党字〔{node.established_on.year}〕{rng.randint(3, 60)}号"
            changes.append(
                Change(
                    organization=node,
                    path=node.path,
                    kind=ChangeKind.ESTABLISH,
                    on=node.established_on,
                    basis=basis,
                    note=f"批准成立{place.name}",
                )
            )
    Change.objects.bulk_create(changes)


def _terms(rng: Random, places: Sequence[Place], organizations: Mapping[str, Organization], on: date) -> None:
    terms = []
    for place in places:
        if place.kind in ELECTED and place.level not in ("city", "district", "street", "town"):
            local = place.setting in LOCAL or place.level in LOCAL
            years = LONG_TERM if local or place.kind == "committee" else SHORT_TERM
            left = TERM_ENDS_IN.get(place.key, rng.randint(200, years * 365 - 60))
            since = on - timedelta(days=round(years * 365.25) - left)
            terms.append(
                Term(organization=organizations[place.key], number=rng.randint(3, 9), since=since, years=years)
            )
    Term.objects.bulk_create(terms)


def _units(organizations: Mapping[str, Organization]) -> None:
    Unit.objects.bulk_create(
        Unit(
            organization=organizations[unit.resident_of],
            name=unit.name,
            kind=unit.kind,
            is_resident=True,
            party_organization=organizations.get(unit.organization or "?"),
        )
        for unit in resident_units()
        if unit.resident_of in organizations
    )
