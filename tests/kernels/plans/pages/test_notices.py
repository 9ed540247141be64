"""Supervision from the page: issued, answered, sent back, closed."""

import pytest

from ..conftest import words_of


@pytest.fixture
def office(browser):
    return browser("office_town")


def test_a_notice_is_answered_and_closed(browser, office, world):
    secretary, pk = browser("secretary"), world.pk("notice")
    assert "请说明" in words_of(secretary.get("notice", pk))
    assert secretary.post("notice", pk, text="本周补齐", version=world.notice.version).status_code == 302
    assert "本周补齐" in words_of(office.get("notice", pk))
    assert office.post("closing", pk).status_code == 302
    page = words_of(office.get("notice", pk))
    assert "已办结" in page and "回复督办单" in page


def test_a_reply_is_sent_back_and_given_again(browser, office, world):
    secretary, pk = browser("secretary"), world.pk("notice")
    secretary.post("notice", pk, text="快了")
    assert office.post("sending_back", pk, reason="请写明日期", reply_due_on="2026-06-01").status_code == 302
    page = words_of(secretary.get("notice", pk))
    assert "请写明日期" in page and "已被退回" in page
    assert secretary.post("notice", pk, text="5月30日补齐").status_code == 302


def test_a_notice_without_a_reply_is_not_closed(office, world):
    answer = office.post("closing", world.pk("notice"))
    assert (answer.status_code, "还没有收到回复" in words_of(answer)) == (422, True)


def test_a_reply_that_was_overtaken_is_shown_with_what_was_typed(browser, world):
    answer = browser("secretary").post("notice", world.pk("notice"), text="我的回复", version=99)
    assert (answer.status_code, "我的回复" in words_of(answer)) == (409, True)


def test_an_empty_reply_comes_back(browser, world):
    assert browser("secretary").post("notice", world.pk("notice"), text="").status_code == 422


def test_a_second_notice_is_refused(office, world):
    answer = office.post("issue", world.pk("task"), reason="再催", reply_due_on="2026-06-01")
    page = words_of(answer)
    assert (answer.status_code, "没有办结的督办单" in page, "再催" in page) == (422, True, True)


def test_a_task_without_a_light_says_from_when(office, world):
    answer = office.post("issue", world.pk("open"), reason="催", reply_due_on="2026-06-01")
    page = words_of(answer)
    assert (answer.status_code, "最早可办2026年06月23日" in page) == (422, True)


def test_the_day_of_the_reply_is_set_in_working_days(office, world):
    assert 'value="2026-05-27"' in office.get("issue", world.pk("task")).content.decode()


@pytest.mark.parametrize(("query", "number"), [({}, 1), ({"open": "1"}, 1)])
def test_notices_are_listed(office, world, query, number):
    assert office.get("notices", **query).content.decode().count('<th scope="row">') == number


def test_the_bulletin_shows_the_month(office, world):
    page = words_of(office.get("bulletin", month="2026-05"))
    assert "云桥镇2026年5月督办月报" in page and "不排名次" in page and world.task.title in page
