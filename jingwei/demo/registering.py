"""The members' records: what the register holds of the people of the demo. Numbers are of no real region or network."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from stdnum.cn import ric

from jingwei.demo.people import Person
from jingwei.demo.places import Place
from jingwei.foundation.accounts.models import User
from jingwei.members.choices import DuesBase
from jingwei.members.models import Member
from jingwei.organizations.models import Organization

NO_REGION = "990000"  # no administrative division has this code
NO_NETWORK = "1900000"  # followed by four digits
KNOWN_FOR = 400  # days since the register was set up
WITHOUT_PHONE, WITHOUT_ID, HARD_UP, WITHOUT_BASE = 31, 47, 53, 29  # one of so many
HARDSHIPS = ("独居，行动不便，需要上门慰问。", "长期患病，医疗支出较大。", "失去劳动能力，享受最低生活保障。")
BASES = {
    "80": DuesBase.RETIRED,
    "27": DuesBase.FARMER,
    "31": DuesBase.LOW_INCOME,
    "54": DuesBase.SELF_EMPLOYED,
    "51": DuesBase.SELF_EMPLOYED,
    "70": DuesBase.LOW_INCOME,
}


def registered(
    crowd: Sequence[Person],
    places: Sequence[Place],
    organizations: Mapping[str, Organization],
    users: Mapping[int | str, User],
    *,
    on: date,
) -> Iterator[Member]:
    """A row of the register for everybody, not yet saved."""
    known_since = timezone.make_aware(datetime.combine(on - timedelta(days=KNOWN_FOR), time(9)))
    groups = _groups(places, organizations)
    born: Counter[tuple[date, str]] = Counter()
    same = ("name", "gender", "born_on", "ethnic", "education", "occupation", "joined_on", "full_on")
    for number, person in enumerate(crowd):
        branch = organizations[person.branch]
        yield Member(
            path=branch.path,
            organization=branch,
            group=_one(groups.get(person.branch, ()), number),
            user=users.get(number),
            approved_on=min(person.joined_on + timedelta(days=20 + number % 50), on),
            dues_base=_dues_base(person, number),
            created_at=known_since,
            **{name: getattr(person, name) for name in same},
            **_sealed(person, branch, number, born),
        )


def _groups(places: Iterable[Place], organizations: Mapping[str, Organization]) -> Mapping[str, list[Organization]]:
    """Key of a branch → its Party groups."""
    found: defaultdict[str, list[Organization]] = defaultdict(list)
    for place in places:
        if place.kind == "group" and place.parent is not None:
            found[place.parent].append(organizations[place.key])
    return found


def _one(groups: Sequence[Organization], number: int) -> Organization | None:
    return groups[number % len(groups)] if groups else None


def _dues_base(person: Person, number: int) -> str:
    return DuesBase.UNKNOWN if number % WITHOUT_BASE == 0 else BASES.get(person.occupation, DuesBase.SALARY)


def _sealed(
    person: Person, branch: Organization, number: int, born: Counter[tuple[date, str]]
) -> dict[str, str | None]:
    """What is kept sealed of a person; a few have no telephone, or none that is known."""
    return {
        "id_number": id_number(person, born) if number % WITHOUT_ID else None,
        "phone": f"{NO_NETWORK}{number % 10_000:04}" if number % WITHOUT_PHONE else None,
        "address": f"{branch.short_name}辖区 {number % 37 + 1} 号 {number % 6 + 1}0{number % 4 + 1} 室",
        "hardship": None if number % HARD_UP else HARDSHIPS[number % len(HARDSHIPS)],
    }


def id_number(person: Person, born: Counter[tuple[date, str]]) -> str:
    """A number with the right date, gender and check digit; `born` counts those of one day, so none comes twice."""
    born[person.born_on, person.gender] += 1
    serial = 2 * born[person.born_on, person.gender] + (person.gender == "1")
    digits = f"{NO_REGION}{person.born_on:%Y%m%d}{serial:03}"
    return f"{digits}{ric.calc_check_digit(digits + '0')}"
