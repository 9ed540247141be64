"""The page of one member: masked, in reach only, edited by who may, revealed once."""

from datetime import date

import pytest

from jingwei.foundation.scope.reach import reaching
from jingwei.foundation.secrets.models import Look
from jingwei.foundation.submissions.models import Submission
from jingwei.members.actions import change, correct
from jingwei.members.models import Award, Member
from tests.cast import client_of
from tests.members.people import COLUMNS, id_of, registered

KEY = {"request_key": "1d1b7cb0-5e0f-4b0c-8a51-6cbb57b5f8f1"}
SECRETS = {"id_number": id_of(), "phone": "13900001234", "address": "云州市云桥镇一号", "hardship": "独居，行动不便"}
WHY = {"purpose": "contact", "words": "通知周五的支部党员大会"}


@pytest.fixture
def known(tree) -> Member:
    (row,) = registered(tree.branch, "陶党生", **SECRETS)
    return row


def test_the_page_shows_facts_in_groups_and_secrets_masked(secretary, known):
    text = client_of(secretary).get(f"/members/{known.pk}/").content.decode()
    for words in ("大学本科毕业", "汉族", "专业技术人员", "1999 年 7 月 1 日", "139****1234", "已登记（不显示）"):
        assert words in text
    assert [secret for secret in SECRETS.values() if secret in text] == []


@pytest.mark.parametrize(
    ("part", "status"),
    [("superior", 200), ("office_city", 200), ("committee_member", 200), ("neighbour", 404), ("office_other_town", 404),
     ("member", 403), ("resident", 403), ("auditor", 403)],
)  # fmt: skip
def test_who_is_above_sees_the_page_and_nobody_beside(actor_for, known, part, status):
    assert Member._base_manager.count() == 1  # there is somebody to leak
    assert client_of(actor_for(part)).get(f"/members/{known.pk}/").status_code == status


def test_a_visitor_is_sent_to_the_login(known):
    assert client_of(None).get(f"/members/{known.pk}/").status_code == 302


def test_what_was_true_and_what_was_wrong_are_told_apart(secretary, known):
    with reaching(secretary.reach()):
        change(secretary, known, kind="education", value="14", since=date(2026, 3, 1), basis="毕业证书")
        correct(secretary, known.fresh(), basis="核对户口簿", ethnic="03")
    text = client_of(secretary).get(f"/members/{known.pk}/").content.decode()
    assert text.count("登记有误，已更正") == 1
    assert "最初至 2026 年 3 月 1 日" in text
    assert ["毕业证书" in text, "核对户口簿" in text] == [True, True]


@pytest.mark.parametrize(("field", "value"), SECRETS.items())
def test_a_look_shows_the_plain_text_once_and_it_is_kept_nowhere(secretary, known, field, value):
    client = client_of(secretary)
    answer = client.post(f"/members/{known.pk}/look/{field}/", {**WHY, **KEY})
    assert (value in answer.content.decode(), answer["Cache-Control"]) == (True, "private, no-store")
    assert value not in client.get(f"/members/{known.pk}/look/{field}/").content.decode()
    kept = [bytes(one.body or b"") for one in Submission.objects.all()]
    assert [body for body in kept if value.encode() in body] == []
    assert Look._base_manager.get().field == field


def test_a_look_without_words_shows_nothing(secretary, known):
    answer = client_of(secretary).post(f"/members/{known.pk}/look/phone/", {"purpose": "contact", "words": "", **KEY})
    assert (answer.status_code, "13900001234" in answer.content.decode(), Look._base_manager.count()) == (422, False, 0)


@pytest.mark.parametrize(
    ("part", "status"), [("neighbour", 404), ("committee_member", 403), ("member", 403), ("auditor", 403)]
)
def test_who_may_not_reveal_gets_no_page_to_ask_on(actor_for, known, part, status):
    client = client_of(actor_for(part))
    assert client.get(f"/members/{known.pk}/look/phone/").status_code == status
    assert client.post(f"/members/{known.pk}/look/phone/", {**WHY, **KEY}).status_code == status
    assert Look._base_manager.count() == 0


def test_a_column_that_is_no_secret_has_no_such_page(secretary, known):
    assert client_of(secretary).get(f"/members/{known.pk}/look/name/").status_code == 404


def test_a_correction_is_written_from_the_form(secretary, known):
    client, columns = client_of(secretary), {**COLUMNS, "name": "陶党升", "approved_on": "", "workplace": ""}
    page = client.get(f"/members/{known.pk}/correction/").content.decode()
    assert 'value="陶党生"' in page
    data = {**columns, "dues_base": "", "basis": "核对身份证", "version": 1, **KEY}
    answer = client.post(f"/members/{known.pk}/correction/", data)
    assert (answer.status_code, known.fresh().name) == (302, "陶党升")


def test_a_change_is_written_from_the_form(secretary, known):
    url = f"/members/{known.pk}/change/workplace/"
    data = {"value": "云桥小学 教师", "since": "2026-03-01", "basis": "聘书", "version": 1, **KEY}
    assert client_of(secretary).post(url, data).status_code == 302
    assert known.fresh().workplace == "云桥小学 教师"


@pytest.mark.parametrize("kind", ["standing", "organization", "born_on", "phone"])
def test_what_does_not_change_here_has_no_form(secretary, known, kind):
    assert client_of(secretary).get(f"/members/{known.pk}/change/{kind}/").status_code == 404


@pytest.mark.parametrize("page", ["correction", "contact", "change/name", "awards"])
@pytest.mark.parametrize(("part", "status"), [("neighbour", 404), ("committee_member", 403), ("secretary", 200)])
def test_only_who_edits_there_gets_the_forms(actor_for, known, page, part, status):
    assert client_of(actor_for(part)).get(f"/members/{known.pk}/{page}/").status_code == status


def test_an_empty_form_of_numbers_never_shows_what_is_kept(secretary, known):
    text = client_of(secretary).get(f"/members/{known.pk}/contact/").content.decode()
    assert [secret for secret in SECRETS.values() if secret in text] == []


def test_an_honour_is_added_and_taken_away(secretary, neighbour, known):
    client = client_of(secretary)
    data = {"title": "优秀共产党员", "awarded_on": "2025-07-01", "awarded_by": "云桥镇党委", **KEY}
    assert client.post(f"/members/{known.pk}/awards/", data).status_code == 302
    award = Award._base_manager.get()
    assert "优秀共产党员" in client.get(f"/members/{known.pk}/").content.decode()
    other = {"request_key": "2d1b7cb0-5e0f-4b0c-8a51-6cbb57b5f8f2"}
    assert client_of(neighbour).post(f"/members/awards/{award.pk}/removal/", KEY).status_code == 404
    assert client.post(f"/members/awards/{award.pk}/removal/", other).status_code == 302
    assert Award._base_manager.count() == 0


@pytest.mark.parametrize("number", [1, 3])
def test_more_honours_and_facts_cost_no_more_queries(secretary, known, django_assert_num_queries, number):
    with reaching(secretary.reach()):
        for day in range(1, number + 1):
            change(secretary, known, kind="workplace", value=f"单位{day}", since=date(2026, 3, day), basis="x")
    client = client_of(secretary)
    client.get(f"/members/{known.pk}/")
    with django_assert_num_queries(8):
        client.get(f"/members/{known.pk}/")


def test_a_new_member_is_written_from_the_form(secretary, tree):
    data = {
        **COLUMNS,
        "name": "陶二",
        "approved_on": "",
        "workplace": "",
        "dues_base": "",
        "since": "",
        "basis": "志愿书",
    }
    answer = client_of(secretary).post("/members/enrolment/", {**data, "phone": "13900001234", **KEY})
    assert answer.status_code == 302
    assert Member._base_manager.get().phone.open() == "13900001234"


def test_nobody_is_enrolled_in_a_branch_out_of_reach(secretary, neighbour, tree):
    assert client_of(neighbour).get(f"/members/enrolment/?at={tree.branch.pk}").status_code == 404
    assert client_of(secretary).get(f"/members/enrolment/?at={tree.community.pk}").status_code == 403
