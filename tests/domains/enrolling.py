"""Members of the small tree, for the tests of the rooms in which people come and go."""

from datetime import date

from jingwei.foundation.actions import writing
from jingwei.members.models import Member


def a_member(organization, name="陶党生", **changes):
    """A full member of a branch, saved."""
    values = {
        "name": name,
        "gender": "1",
        "born_on": date(1985, 8, 9),
        "ethnic": "01",
        "education": "20",
        "occupation": "80",
        "joined_on": date(2010, 7, 1),
        "full_on": date(2011, 7, 1),
    }
    with writing(reason="test"):
        member = Member(organization=organization, **{**values, **changes})
        member.save()
    return member
