"""A form that is sent twice is done once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.contrib.messages import get_messages
from django.db import connection

from jingwei.foundation.actions import writing
from jingwei.foundation.record.models import Act
from jingwei.foundation.submissions.middleware import ALREADY
from jingwei.foundation.submissions.models import Submission
from jingwei.organizations.models import Unit
from tests.cast import Tree, client_of, grown, play

KEY = str(uuid4())


@pytest.fixture
def browser(secretary):
    return client_of(secretary)


def send(client, name="小学", key=KEY):
    return client.post("/register/", {"name": name, "request_key": key})


def units() -> list[str]:
    return list(Unit._base_manager.order_by("pk").values_list("name", flat=True))


def words(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_a_double_tap_does_the_thing_once_and_gets_the_same_answer(browser):
    first, second = send(browser), send(browser)
    assert (first.status_code, first.url) == (second.status_code, second.url) == (302, "/registered/1/")
    assert (words(first), words(second)) == ([], [ALREADY])
    assert (units(), Act._base_manager.count()) == (["小学"], 1)


def test_a_refresh_of_a_page_that_answered_shows_the_same_page(browser):
    first, second = send(browser, "页面"), send(browser, "页面")
    assert (first.content, first.headers["Content-Type"]) == (second.content, second.headers["Content-Type"])
    assert second.content.decode() == "已登记页面"
    assert units() == ["页面"]


def test_a_lost_answer_is_given_again_to_another_connection_of_the_same_person(secretary):
    first, again = send(client_of(secretary)), send(client_of(secretary))
    assert first.url == again.url
    assert units() == ["小学"]


def test_a_file_is_not_kept_so_the_second_time_leads_home(browser):
    assert b"".join(send(browser, "文件").streaming_content) == b"x"
    second = send(browser, "文件")
    assert (second.status_code, second.url, units()) == (302, "/", ["文件"])


def test_the_corrected_form_works_with_the_same_key(browser):
    assert send(browser, "").status_code == 422
    assert Submission.objects.count() == 0
    assert send(browser, "小学").status_code == 302
    assert units() == ["小学"]


def test_what_failed_halfway_is_taken_back_with_its_key(browser):
    browser.raise_request_exception = False
    assert send(browser, "出错").status_code == 500
    assert (units(), Act._base_manager.count(), Submission.objects.count()) == ([], 0, 0)
    assert send(browser, "小学").status_code == 302


def test_another_form_is_another_thing(browser):
    assert [send(browser, name, str(uuid4())).status_code for name in ("一", "二")] == [302, 302]
    assert units() == ["一", "二"]


def test_the_same_key_of_another_person_is_another_key(secretary, superior):
    assert [send(client_of(one), name).status_code for one, name in ((secretary, "一"), (superior, "二"))] == [302, 302]
    assert units() == ["一", "二"]


def test_two_visitors_with_the_same_key_do_not_see_each_others_answer(db, client_class=client_of):
    for visitor in (client_class(None), client_class(None)):
        assert visitor.post("/ask/", {"request_key": KEY}).content.decode() == "问过了"
    owners = list(Submission.objects.values_list("owner", flat=True))
    assert len(set(owners)) == 2
    assert "session None" not in owners


@pytest.mark.parametrize("key", ["", "1234", "不是编号"])
def test_a_form_without_a_key_is_refused_in_plain_words_and_loses_nothing(browser, key):
    answer = browser.post("/register/", {"name": "写了很久的一段话", "request_key": key, "password": "secret-word"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "这张表没有带上编号" in page
    assert "写了很久的一段话" in page
    assert "secret-word" not in page
    assert units() == []


def test_who_may_not_enter_gets_no_answer_of_before(secretary, member):
    send(client_of(secretary))
    assert send(client_of(member)).status_code == 403
    assert Submission.objects.count() == 1


def test_reading_needs_no_key(browser):
    assert browser.get("/ask/").status_code == 200
    assert Submission.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_do_the_thing_once():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one write at a time")
    with writing(reason="test"):
        secretary = play("secretary", Tree(grown()))
    together = Barrier(4)

    def tap(_: int) -> str:
        browser = client_of(secretary)
        together.wait()
        answer = send(browser)
        connection.close()
        return answer.url

    with ThreadPoolExecutor(4) as taps:
        answers = list(taps.map(tap, range(4)))
    assert answers == ["/registered/1/"] * 4
    assert units() == ["小学"]
    assert [one.key for one in Submission.objects.all()] == [UUID(KEY)]
