"""A matter, a pack and a member at a place, for the doors of the check, the handover and the re-keying."""

from datetime import date

from jingwei.domains.handover.models import Handover
from jingwei.domains.health.models import Matter
from jingwei.foundation.accounts.models import User
from jingwei.organizations.choices import Duty
from jingwei.organizations.models import Organization, Post
from tests.members.people import registered

DAY = date(2026, 3, 1)


def make_matter(actors, organization: Organization) -> None:
    words = f"{organization.name}没有党员"
    matter = Matter(organization=organization, opener=organization, kind="empty", words=words, basis="", opened_by="")
    matter.opened_on = matter.due_on = DAY
    matter.save()


def make_handover(actors, organization: Organization) -> None:
    user = User(username=f"u{organization.pk}", name="甲")
    user.save()
    post = Post(user=user, organization=organization, duty=Duty.SECRETARY, role="secretary", since=DAY)
    post.save()
    Handover(organization=organization, leaver=post, opened_on=DAY, opened_by="甲").save()


def make_member(actors, organization: Organization) -> None:
    registered(organization, f"{organization.short_name}党员")


DOORS = {
    "health:workbook": (make_matter, "office_town"),
    "handover:word": (make_handover, "office_town"),
    "rekeying:workbook": (make_member, "office_town"),
}
