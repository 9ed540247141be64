"""What leaves as a spreadsheet: exports of registers, and the rejected rows of an import."""

from datetime import date

from jingwei.foundation.clock import now
from jingwei.foundation.spreadsheets.models import Intake, Original, StagedRow
from jingwei.foundation.spreadsheets.originals import as_text
from jingwei.members.models import Member
from jingwei.organizations.models import Organization, Unit

CONTENT = as_text("姓名,性别,民族,出生日期,学历,职业,所在支部,入党日期\n秦书明,男,汉族,1980,,,,\n".encode())


def make_member(actors, organization: Organization) -> None:
    Member(
        organization=organization,
        name=f"{organization.name}人",
        gender="1",
        born_on=date(1980, 1, 2),
        ethnic="01",
        education="21",
        occupation="17",
        joined_on=date(2005, 7, 1),
    ).save()


def make_unit(actors, organization: Organization) -> None:
    Unit(organization=organization, name=f"{organization.name}的学校", kind="school").save()


def make_intake(actors, organization: Organization) -> None:
    person = actors("office_town").user
    intake = Intake(
        path=organization.path,
        register="members",
        filename="名册.csv",
        person=person,
        sent_at=now(),
        checked_at=now(),
        read=1,
        rejected=1,
    )
    intake.save()
    original = Original(intake=intake, filename="名册.csv", content=CONTENT, checked=True)
    original.save()
    StagedRow(intake=intake, number=2, source=original.pk, line=2, outcome="w").save()


DOORS = {
    "spreadsheets:export_members": (make_member, "office_town"),
    "spreadsheets:export_units": (make_unit, "office_town"),
    "spreadsheets:errors": (make_intake, "office_town"),
}
