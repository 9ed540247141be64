"""The pages with one form each: asked by everybody, filled in right and wrong."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from jingwei.foundation.accounts.models import User
from jingwei.foundation.actions import writing
from jingwei.foundation.clock import today
from jingwei.organizations.choices import ResponsibilityKind, UnitKind
from jingwei.organizations.models import Organization, Post, Responsibility, Term, Unit
from tests.cast import client_of

APPROVED = {"on": "2026-03-01", "basis": "云桥镇党委〔2026〕3号"}
NEW = {"name": "中共云桥梧桐支部委员会", "short_name": "梧桐支部", **APPROVED}
PAGES = ["establishment", "name", "place", "merger", "division", "revocation", "posts", "terms", "responsibilities"]


def address_of(organization, what: str = "") -> str:
    return f"/organizations/{organization.pk}/{what + '/' if what else ''}"


def send(actor, address: str, **data):
    return client_of(actor).post(address, {**data, "request_key": str(uuid4())})


def text_of(response) -> str:
    return response.content.decode()


def now(organization) -> Organization:
    return Organization._base_manager.get(pk=organization.pk)


@pytest.mark.parametrize("page", [*PAGES, "units"])
def test_an_office_opens_every_page_of_its_own_and_no_other(office_town, office_other_town, tree, page):
    statuses = [client_of(actor).get(address_of(tree.community, page)).status_code
                for actor in (office_town, office_other_town)]  # fmt: skip
    assert statuses == [200, 404]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("part", ["secretary", "committee_member", "handler", "member", "auditor"])
def test_who_may_not_change_anything_opens_none(actor_for, tree, page, part):
    client = client_of(actor_for(part))
    assert client.get(address_of(tree.branch, page)).status_code == 403
    assert client.post(address_of(tree.branch, page), {"request_key": str(uuid4())}).status_code == 403


def test_the_superior_is_seen_and_not_touched(office_town, tree):
    assert client_of(office_town).get(address_of(tree.district, "name")).status_code == 403
    assert send(office_town, address_of(tree.district, "name"), **NEW).status_code == 403


@pytest.mark.django_db
def test_a_visitor_is_sent_to_the_login(tree):
    assert client_of(None).get(address_of(tree.branch, "name")).status_code == 302


def test_an_organization_is_established(office_town, tree):
    level = {"level": "branch", "party_type": "631"}
    response = send(office_town, address_of(tree.community, "establishment"), **NEW, **level)
    made = Organization._base_manager.get(short_name="梧桐支部")
    assert (response.status_code, response.url) == (302, address_of(made))


def test_an_organization_gets_another_name(office_town, tree):
    response = send(office_town, address_of(tree.branch, "name"), **NEW, version=1)
    assert (response.url, now(tree.branch).short_name) == (address_of(tree.branch), "梧桐支部")


def test_a_stale_name_shows_both_and_loses_nothing(office_town, tree):
    send(office_town, address_of(tree.branch, "name"), **NEW, version=1)
    response = send(office_town, address_of(tree.branch, "name"), **{**NEW, "name": "另一个名称"}, version=1)
    assert response.status_code == 409
    assert "中共云桥梧桐支部委员会" in text_of(response)
    assert "另一个名称" in text_of(response)


@pytest.mark.parametrize("words", ["云桥西社区", "by number"])
def test_an_organization_moves_to_where_is_written(office_town, tree, words):
    parent = str(tree.other_community.pk) if words == "by number" else words
    response = send(office_town, address_of(tree.branch, "place"), parent=parent, **APPROVED)
    assert (response.url, now(tree.branch).parent_path) == (address_of(tree.branch), tree.other_community.path)


@pytest.mark.parametrize(
    ("parent", "words"),
    [
        ("社区", "叫这个名称的不止一个：云桥东社区（编号"),
        ("量子", "没有找到这个组织"),
        ("云岭西社区", "没有找到这个组织"),
        ("云桥东社区第二支部", "没有找到这个组织"),
        ("9" * 40, "没有找到这个组织"),
        ("", "请填写"),
    ],
)
def test_a_place_that_cannot_be_is_explained_and_kept(office_town, tree, parent, words):
    response = send(office_town, address_of(tree.branch, "place"), parent=parent, **APPROVED)
    assert response.status_code == 422
    assert words in text_of(response)
    assert f'value="{parent}"' in text_of(response) or not parent


@pytest.mark.parametrize(("days", "status"), [(-1, 302), (0, 302), (1, 422)])
def test_a_decision_is_not_of_the_future(office_town, tree, days, status):
    day = (today() + timedelta(days=days)).isoformat()
    assert send(office_town, address_of(tree.branch, "revocation"), on=day, basis="文件").status_code == status


def test_a_change_needs_its_document(office_town, tree):
    response = send(office_town, address_of(tree.branch, "revocation"), **{**APPROVED, "basis": ""})
    assert (response.status_code, now(tree.branch).revoked_on) == (422, None)


def test_a_merger_lands_on_what_is_left(office_town, tree):
    response = send(office_town, address_of(tree.community, "merger"), into="云桥西社区", **APPROVED)
    assert response.url == address_of(tree.other_community)
    assert now(tree.community).revoked_on == date(2026, 3, 1)


def test_a_split_takes_the_ticked_along(office_town, tree):
    send(office_town, address_of(tree.community, "division"), **NEW, children=[str(tree.other_branch.pk)])
    new = Organization._base_manager.get(short_name="梧桐支部")
    assert now(tree.other_branch).parent_path == new.path


def test_what_is_unsettled_is_told_with_what_to_do(office_town, tree):
    response = send(office_town, address_of(tree.community, "revocation"), **APPROVED)
    assert response.status_code == 422
    assert "还有 2 个下级组织没有安排" in text_of(response)
    assert "请先划转到别的组织" in text_of(response)


def newcomer() -> User:
    user = User(username="newcomer", name="新来人")
    user.set_unusable_password()
    user.save()
    return user


def test_a_person_is_appointed_by_account_and_name(office_town, tree):
    user = newcomer()
    data = {"username": "newcomer", "name": "新来人", "duty": "SJ", "role": "secretary", "since": "2026-03-01"}
    assert send(office_town, address_of(tree.branch, "posts"), **data).status_code == 302
    assert Post._base_manager.get(user=user).role == "secretary"


@pytest.mark.parametrize(
    "wrong",
    [{"username": "nobody"}, {"name": "别的人"}, {"role": "office_district"}, {"role": "auditor"}, {"role": "none"}],
)
def test_a_wrong_appointment_is_refused(office_town, tree, wrong):
    user = newcomer()
    data = {"username": "newcomer", "name": "新来人", "duty": "SJ", "role": "secretary", "since": "2026-03-01"}
    assert send(office_town, address_of(tree.branch, "posts"), **{**data, **wrong}).status_code == 422
    assert not Post._base_manager.filter(user=user).exists()


def test_a_post_ends_by_its_page(office_town, secretary):
    address = f"/organizations/posts/{secretary.post_id}/end/"
    assert "秦书明" in text_of(client_of(office_town).get(address))
    assert send(office_town, address, until="2026-03-01").status_code == 302
    assert client_of(office_town).get(address).status_code == 404


def test_the_post_of_another_town_is_not_found(office_other_town, secretary):
    assert client_of(office_other_town).get(f"/organizations/posts/{secretary.post_id}/end/").status_code == 404


def test_a_term_begins_with_what_the_rules_say(office_town, tree):
    html = text_of(client_of(office_town).get(address_of(tree.branch, "terms")))
    assert 'name="years" value="5"' in html
    send(office_town, address_of(tree.branch, "terms"), number=1, since="2024-05-01", years=5)
    assert Term._base_manager.get().number == 1


def test_a_term_against_the_rules_shows_the_article(office_town, tree):
    response = send(office_town, address_of(tree.branch, "terms"), number=1, since="2024-05-01", years=3)
    assert response.status_code == 422
    assert "《中国共产党支部工作条例（试行）》第二十一条" in text_of(response)


def test_a_responsibility_is_added_edited_and_removed(office_town, tree, secretary):
    data = {"kind": ResponsibilityKind.CONCRETE, "text": "联系居民", "owner": secretary.post_id}
    send(office_town, address_of(tree.branch, "responsibilities"), **data)
    row = Responsibility._base_manager.get()
    assert row.owner_id == secretary.post_id
    address = f"/organizations/responsibilities/{row.pk}/"
    assert "selected>秦书明（书记）" in text_of(client_of(office_town).get(address))
    send(office_town, address, **{**data, "owner": "", "version": 1})
    assert Responsibility._base_manager.get().owner is None
    assert send(office_town, address + "removal/").url == address_of(tree.branch)
    assert Responsibility._base_manager.count() == 0


def test_a_responsibility_of_another_town_is_not_found(office_other_town, tree):
    with writing(reason="test"):
        row = Responsibility(organization=tree.branch, kind="first", text="一")
        row.save()
    for what in ("", "removal/"):
        address = f"/organizations/responsibilities/{row.pk}/{what}"
        assert send(office_other_town, address, kind="first", text="二").status_code == 404


def test_a_unit_is_added_and_edited(superior, tree):
    data = {
        "name": "东区小学",
        "kind": UnitKind.SCHOOL,
        "is_resident": "on",
        "party_organization": "云桥东社区第一支部",
    }
    send(superior, address_of(tree.community, "units"), **data)
    unit = Unit._base_manager.get()
    assert (unit.is_resident, unit.party_organization) == (True, tree.branch)
    address = f"/organizations/units/{unit.pk}/"
    assert 'value="云桥东社区第一支部"' in text_of(client_of(superior).get(address))
    send(superior, address, name="东区学校", kind=UnitKind.SCHOOL, version=1)
    unit = Unit._base_manager.get()
    assert (unit.name, unit.is_resident, unit.party_organization) == ("东区学校", False, None)
