"""A letter and an arrival at a place, for the doors of transfers."""

from datetime import date

from jingwei.domains.transfers.models import Arrival, Letter, Transfer
from jingwei.organizations.models import Organization
from tests.members.people import registered

DAY, UNTIL = date(2026, 3, 1), date(2026, 3, 11)


def make_letter(actors, organization: Organization) -> None:
    (member,) = registered(organization, f"{organization.short_name}党员")
    transfer = Transfer(organization=organization, member=member, kind="out", outside="外地", reason="work")
    transfer.asked_on = DAY
    transfer.save()
    letter = Letter(organization=organization, transfer=transfer, number="1", addressed_to="外地", issued_on=DAY)
    letter.valid_until = UNTIL
    letter.save()


def make_arrival(actors, organization: Organization) -> None:
    (member,) = registered(organization, f"{organization.short_name}来人")
    number = str(organization.pk)
    Arrival(
        organization=organization, member=member, letter_from="外地", letter_number=number, letter_on=DAY,
        valid_until=UNTIL, arrived_on=DAY,
    ).save()  # fmt: skip


DOORS = {
    "transfers:letter_word": (make_letter, "office_town"),
    "transfers:receipt_word": (make_arrival, "office_town"),
}
