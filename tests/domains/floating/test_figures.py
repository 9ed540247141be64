"""Who is away, who has come, who cannot be reached, as figures."""

from datetime import timedelta

import pytest

from jingwei.domains.floating.models import Feedback, Floating, Inflow, LostContact, Search
from jingwei.foundation.clock import today
from tests.figures import changed, counted, divided, saved, this_month
from tests.kernels.figures.people import person

AGO = timedelta(days=200)


@pytest.fixture
def away(tree):
    one = person(tree.branch, "甲")
    place = {"reason": "work", "location": "某市", "contact_person": "秦书明"}
    return saved(Floating(organization=tree.branch, member=one, since=today() - AGO, **place))


def test_who_is_away_counts_at_home_until_the_return(tree, away):
    assert divided(tree.city, "floating.away", "reason") == {"work": 1}
    assert counted(tree.branch, "floating.away") == counted(tree.branch, "floating.left") == 1
    changed(away, ended_on=today(), ending="returned")
    assert (counted(tree.branch, "floating.away"), counted(tree.branch, "floating.left")) == (0, 1)


def test_who_has_come_counts_where_they_are(tree, away):
    told = {"organization": tree.other_branch, "name": "甲", "since": today() - AGO}
    one = saved(Inflow(**told, home=tree.branch, floating=away))
    saved(Inflow(**{**told, "name": "外人"}, home_words="外省某支部", confirmed_on=today()))
    assert divided(tree.other_branch, "floating.here", "side") == {"waiting": 1, "outside": 1}
    changed(one, confirmed_on=today())
    assert divided(tree.other_branch, "floating.here", "side") == {"matched": 1, "outside": 1}
    assert counted(tree.branch, "floating.here") == 0


def test_contacts_count_with_who_wrote_them(tree, away):
    saved(Feedback(organization=tree.branch, floating=away, kind="contact", on=today()))
    assert divided(tree.branch, "floating.feedback", "kind") == {"contact": 1}
    assert counted(tree.city, "floating.feedback", months=[this_month()]) == 1


def test_who_is_lost_stands_as_the_matter_has_come_and_was_looked_for(tree):
    one = person(tree.branch, "乙", standing="lost")
    days = {"last_contact_on": today() - AGO, "opened_on": today() - timedelta(days=100)}
    matter = saved(LostContact(organization=tree.branch, member=one, **days))
    saved(Search(lost=matter, on=today(), way="phone", note="没有人接"))
    assert divided(tree.city, "floating.lost", "stage") == {matter.stage: 1} == {"searching": 1}
    assert counted(tree.branch, "floating.searches") == 1
    changed(matter, suspended_on=today(), suspended_by="branch", suspension_document="决定")
    assert divided(tree.city, "floating.lost", "stage") == {matter.stage: 1} == {"suspended": 1}
    changed(matter, ended_on=today())
    assert counted(tree.city, "floating.lost") == 0
