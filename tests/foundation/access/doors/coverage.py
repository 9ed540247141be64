"""A unit and a medal at a place, for the doors of coverage and care."""

from datetime import date

from jingwei.domains.care.models import Medal
from jingwei.domains.care.rules import cutoff_of
from jingwei.foundation.clock import today
from jingwei.organizations.choices import UnitKind
from jingwei.organizations.models import Organization, Unit
from tests.members.people import registered


def make_unit(actors, organization: Organization) -> None:
    name = f"{organization.short_name}商行"
    Unit(organization=organization, name=name, kind=UnitKind.PRIVATE_FIRM).save()


def make_medal(actors, organization: Organization) -> None:
    days = {"born_on": date(1945, 3, 1), "joined_on": date(1968, 7, 1), "full_on": date(1969, 7, 1)}
    (member,) = registered(organization, f"{organization.short_name}老党员", **days)
    medal = Medal(member=member, as_of=cutoff_of(today().year), full_years_on=date(2019, 7, 1), confirmed_on=today())
    medal.confirmed_by = actors("office_city").user
    medal.save()


DOORS = {
    "coverage:workbook": (make_unit, "office_town"),
    "care:medals_workbook": (make_medal, "office_town"),
}
