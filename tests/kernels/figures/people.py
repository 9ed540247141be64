"""People to count."""

from datetime import date

from jingwei.foundation.actions import writing
from jingwei.foundation.scope.reach import everywhere
from jingwei.members.models import Member


def person(organization, name, *, save=True, **columns):
    """A member of an organization."""
    values = {
        "gender": "2",
        "born_on": date(1971, 8, 9),
        "ethnic": "01",
        "education": "21",
        "occupation": "24",
        "joined_on": date(1999, 7, 1),
        "full_on": date(2000, 7, 1),
    }
    member = Member(organization=organization, path=organization.path, name=name, **{**values, **columns})
    if save:
        with writing(reason="test"), everywhere(reason="test"):
            member.save()
    return member
