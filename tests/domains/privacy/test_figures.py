"""Looks at plain data and requests about own data, as figures."""

from datetime import timedelta

from jingwei.domains.privacy.models import RightsRequest
from jingwei.foundation.clock import now, today
from jingwei.foundation.scope.reach import everywhere, within
from jingwei.foundation.secrets.models import Look
from jingwei.kernels.figures.declaring import figures
from jingwei.kernels.figures.selectors.rows import rows_behind
from jingwei.organizations.actions import reorganising
from tests.figures import changed, counted, on_the_day, saved


def look(organization, user, at):
    whose = {"label": "members.Member", "row": "1", "title": "甲", "person": "members.Member:1"}
    what = {"field": "phone", "field_title": "手机号码", "purpose": "contact"}
    return saved(Look(at=at, user=user, user_name="秦书明", path=organization.path, **whose, **what))


def test_looks_of_this_year_count_where_the_person_was(tree, secretary):
    for at in (now(), now(), now() - timedelta(days=400)):
        look(tree.branch, secretary.user, at)
    assert counted(tree.branch, "privacy.looks") == counted(tree.city, "privacy.looks") == 2


def test_a_request_waits_until_it_is_decided(tree, member, office_town):
    asked = {"path": tree.branch.path, "owner": member.user, "kind": "copy", "made_on": today(), "due_on": today()}
    one = saved(RightsRequest(**asked))
    assert (counted(tree.city, "privacy.requests"), counted(tree.city, "privacy.late_requests")) == (1, 0)
    on_the_day(today() + timedelta(days=1), "privacy.late_requests", "privacy.requests")
    assert counted(tree.city, "privacy.late_requests") == 1
    changed(one, decided_on=today(), decided_by=office_town.user, granted=True)
    assert (counted(tree.city, "privacy.requests"), counted(tree.city, "privacy.late_requests")) == (0, 0)


def test_looks_at_what_has_moved_count_as_the_reader_finds_them(tree, secretary, office_city):
    look(tree.branch, secretary.user, now())
    assert counted(tree.town, "privacy.looks") == 1
    with within(tree.city.path):
        reorganising.move(office_city, tree.branch, parent=tree.other_community, on=today(), basis="批复")
    found = figures()["privacy.looks"]
    with everywhere(reason="test"):
        behind = rows_behind(found, tree.city, on=today()).count()
    assert counted(tree.city, "privacy.looks") == behind == 0
