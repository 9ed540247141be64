"""The pages of this room."""

import pytest
from django.urls import reverse

from jingwei.domains.privacy.models import RightsRequest
from jingwei.foundation.scope.reach import reaching
from jingwei.foundation.secrets.models import Alarm, Look
from jingwei.foundation.submissions.models import Submission
from jingwei.members.models import Member
from tests.cast import client_of
from tests.foundation.access.test_side_doors import words_of
from tests.foundation.secrets.conftest import PHONE, SECRETS, reveal
from tests.foundation.secrets.test_alarms import few  # noqa: F401  # a fixture


def got(actor, route, *arguments):
    return client_of(actor).get(reverse(route, args=arguments))


def test_everybody_with_a_login_reads_the_inventory(member):
    answer = got(member, "privacy:inventory")
    text = answer.content.decode()
    assert answer.status_code == 200
    assert ["公民身份号码" in text, "走访慰问和关怀帮扶" in text, "凭本人同意" in text] == [True] * 3


def test_nobody_else_reads_it(client, db):
    assert client.get(reverse("privacy:inventory")).status_code == 302


def test_a_member_asks_and_sees_the_answer(known, member, office_town, sent):
    assert sent(member, "privacy:mine", kind="delete", what="hardship", text="不需要了").status_code == 302
    wish = RightsRequest._base_manager.get()
    assert "待办理" in got(member, "privacy:mine").content.decode()
    assert "不需要了" in got(office_town, "privacy:request", wish.pk).content.decode()
    assert sent(office_town, "privacy:request", wish.pk, granted="yes", reason="已删除").status_code == 302
    assert Member._base_manager.get(pk=known.pk).hardship is None
    shown = got(member, "privacy:mine").content.decode()
    assert ["已办结" in shown, "已删除" in shown] == [True, True]


def test_a_correction_leads_the_office_to_the_record(known, asked, office_town, sent):
    wish = asked("correct", "education")
    page = got(office_town, "privacy:request", wish.pk).content.decode()
    assert reverse("members:member", args=[known.pk]) in page
    sent(office_town, "privacy:request", wish.pk, granted="yes")
    assert sent(office_town, "privacy:done", wish.pk).status_code == 302
    assert RightsRequest._base_manager.get().carried_out_on is not None


def test_a_refusal_without_reason_comes_back(asked, office_town, sent):
    wish = asked("delete", "phone")
    answer = sent(office_town, "privacy:request", wish.pk, granted="no")
    assert (answer.status_code, "要说明理由" in answer.content.decode()) == (422, True)


def test_a_stranger_finds_no_request(asked, office_other_town, office_town):
    wish = asked("correct", "education")
    assert got(office_town, "privacy:request", wish.pk).status_code == 200
    assert got(office_other_town, "privacy:request", wish.pk).status_code == 404


def test_one_press_gives_all_that_is_held_of_oneself(known, member, sent):
    answer = sent(member, "privacy:copy")
    told = words_of(answer.content)
    assert (answer.status_code, [text for text in SECRETS if text not in told]) == (200, [])
    assert [(one.why, one.field_title) for one in Look._base_manager.all()] == [("本人查阅", "复制本人全部信息")]


def test_the_same_to_read_and_print(known, member, sent):
    answer = sent(member, "privacy:sheet")
    text = answer.content.decode()
    assert (answer.headers["Cache-Control"], PHONE in text, "党员" in text) == ("private, no-store", True, True)


def test_what_was_shown_is_not_kept_with_the_form(known, member, sent):
    assert sent(member, "privacy:sheet").status_code == 200
    assert sent(member, "privacy:copy").status_code == 200
    kept = [(one.location, bytes(one.body)) for one in Submission.objects.all()]
    assert kept == [("/", b""), ("/", b"")]


def test_nothing_of_others_is_in_the_copy(known, neighbour, sent):
    assert Member._base_manager.count() == 1  # there is something to leak
    told = words_of(sent(neighbour, "privacy:copy").content)
    assert [text for text in (*SECRETS, "陶党生") if text in told] == []


@pytest.mark.parametrize(
    ("route", "part", "status"),
    [
        ("privacy:looks", "auditor", 200),
        ("privacy:looks", "security_admin", 403),
        ("privacy:looks", "office_city", 403),
        ("privacy:alarms", "security_admin", 200),
        ("privacy:alarms", "auditor", 403),
        ("privacy:alarms", "secretary", 403),
    ],
)
def test_looks_are_for_the_auditor_and_alarms_for_the_security_administrator(actor_for, route, part, status):
    assert got(actor_for(part), route).status_code == status


def test_an_alarm_is_answered_by_the_security_administrator(known, secretary, security_admin, auditor, few, sent):  # noqa: F811
    for _ in range(4):
        with reaching(secretary.reach()):
            reveal(secretary, known)
    alarm = Alarm._base_manager.get(kind="limit")
    assert "秦书明" in got(security_admin, "privacy:alarms").content.decode()
    assert "通知周五的会议" in got(security_admin, "privacy:alarm", alarm.pk).content.decode()
    assert sent(auditor, "privacy:alarm", alarm.pk, answer="没有问题").status_code == 403
    assert sent(security_admin, "privacy:alarm", alarm.pk, answer="核实为年度核对名册").status_code == 302
    assert "核实为年度核对名册" in got(security_admin, "privacy:alarm", alarm.pk).content.decode()


def add_requests(asked, number: int) -> None:
    for what in ("education", "occupation", "workplace")[:number]:
        asked("correct", what)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_requests_takes_the_same_queries(asked, office_town, number, django_assert_num_queries):
    add_requests(asked, number)
    client = client_of(office_town)
    client.get(reverse("privacy:requests"))
    with django_assert_num_queries(LIST_QUERIES):
        client.get(reverse("privacy:requests"))


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_looks_takes_the_same_queries(known, secretary, auditor, number, django_assert_num_queries):
    for _ in range(number):
        with reaching(secretary.reach()):
            reveal(secretary, known)
    client = client_of(auditor)
    client.get(reverse("privacy:looks"))
    with django_assert_num_queries(LIST_QUERIES):
        client.get(reverse("privacy:looks"))


LIST_QUERIES = 4
