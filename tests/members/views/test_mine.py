"""What is registered about oneself, and who has looked."""

import pytest

from jingwei.foundation.scope.reach import reaching
from jingwei.foundation.secrets.models import Look
from jingwei.foundation.submissions.models import Submission
from jingwei.members.actions.revealing import reveal
from tests.cast import client_of
from tests.members.people import registered

KEY = {"request_key": "1d1b7cb0-5e0f-4b0c-8a51-6cbb57b5f8f1"}
PHONE = "13900001234"


@pytest.fixture
def own(tree, member):
    (row,) = registered(tree.branch, "陶党生", user=member.user, phone=PHONE)
    registered(tree.branch, "同支部", phone="13900009999")
    return row


def page(actor) -> str:
    answer = client_of(actor).get("/members/mine/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_member_reads_the_own_record_masked_and_nobody_elses(member, own):
    text = page(member)
    assert ["陶党生" in text, "139****1234" in text, PHONE in text, "同支部" in text] == [True, True, False, False]


def test_a_press_shows_all_once_and_is_told_as_an_own_look(member, own):
    client = client_of(member)
    answer = client.post("/members/mine/", KEY)
    assert (PHONE in answer.content.decode(), answer["Cache-Control"]) == (True, "private, no-store")
    text = client.get("/members/mine/").content.decode()
    assert ["本人查阅" in text, PHONE in text] == [True, False]
    assert [one for one in Submission.objects.all() if PHONE.encode() in bytes(one.body or b"")] == []


def test_a_member_sees_who_looked_when_and_why(member, secretary, own):
    with reaching(secretary.reach()):
        reveal(secretary, own, field="phone", purpose="contact", words="通知周五的支部党员大会")
    text = page(member)
    for words in ("秦书明", secretary.title, "手机号码", "通知周五的支部党员大会"):
        assert words in text


def test_nobody_sees_who_looked_at_another(member, secretary, own):
    with reaching(secretary.reach()):
        reveal(secretary, own, field="phone", purpose="contact", words="通知周五的支部党员大会")
    assert Look._base_manager.count() == 1  # there is something to leak
    assert "通知周五的支部党员大会" not in page(secretary)


def test_who_is_no_member_is_told_so(office_town):
    assert "没有找到和您的账号对应的党员登记" in page(office_town)


@pytest.mark.parametrize("part", ["auditor", "system_admin", "security_admin"])
def test_administrators_have_no_such_page(actor_for, part):
    assert client_of(actor_for(part)).get("/members/mine/").status_code == 403


def test_a_resident_sees_the_own_post_and_that_nobody_looked(resident):
    text = page(resident)
    assert ["居民" in text, "还没有人看过" in text, "/transfers/mine/" in text] == [True, True, False]
