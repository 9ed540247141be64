"""The figures that the registers below this room can already count."""

from decimal import Decimal

from jingwei.foundation.scope.vocabulary import below
from jingwei.members.models import Member
from jingwei.organizations.choices import Level
from jingwei.organizations.models import Organization, Unit

from .links import figure


@figure("members.members", "党员人数", "名")
def members(organization: Organization) -> Decimal:
    return Decimal(Member.objects.filter(below("organization__path", organization.path)).count())


@figure("organizations.branches", "党支部数", "个")
def branches(organization: Organization) -> Decimal:
    found = Organization.objects.filter(below("path", organization.path), level=Level.BRANCH, revoked_on=None)
    return Decimal(found.count())


@figure("organizations.resident_units", "驻区共建单位数", "个")
def resident_units(organization: Organization) -> Decimal:
    found = Unit.objects.filter(below("organization__path", organization.path), is_resident=True)
    return Decimal(found.count())
