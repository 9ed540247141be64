"""An administrator fills the calendar in; nobody else does."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from lxml import html

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import writing
from jingwei.foundation.calendar.actions import Calendar, clear_day, fill_day
from jingwei.foundation.calendar.models import CalendarDay
from jingwei.foundation.record.models import Act
from tests.cast import PARTS, client_of

PAGE, CLEAR = "/calendar/", "/calendar/clear/"


@pytest.fixture
def browser(system_admin):
    return client_of(system_admin)


def send(client, address=PAGE, **fields):
    return client.post(address, {"request_key": str(uuid4()), **fields})


def filled() -> list[tuple]:
    return list(CalendarDay.objects.values_list("day", "is_working", "note"))


def test_a_day_is_filled_in_changed_and_taken_back_and_each_is_recorded(browser):
    answer = send(browser, day="2026-11-23", is_working="no", note="台风停工")
    assert (answer.status_code, answer.url) == (302, f"{reverse('calendar:year')}?year=2026")
    assert filled() == [(date(2026, 11, 23), False, "台风停工")]
    send(browser, day="2026-11-23", is_working="yes")
    assert filled() == [(date(2026, 11, 23), True, "")]
    assert send(browser, CLEAR, day="2026-11-23").status_code == 302
    assert filled() == []
    acts = Act._base_manager.order_by("pk").values_list("action", flat=True)
    assert list(acts) == ["calendar.fill_day", "calendar.fill_day", "calendar.clear_day"]


@pytest.mark.parametrize(
    "fields", [{}, {"day": "某天", "is_working": "no"}, {"day": "2026-11-23"}, {"day": "2026-11-23", "is_working": "x"}]
)
def test_a_form_that_is_not_understood_comes_back(browser, fields):
    answer = send(browser, **fields)
    assert answer.status_code == 422
    assert 'class="errors"' in answer.content.decode()
    assert filled() == []


def test_a_day_to_clear_that_is_none_is_refused(browser):
    assert send(browser, CLEAR, day="x").status_code == 422


def rows(response) -> dict[str, list[str]]:
    found = html.fromstring(response.content).xpath("//table/tbody/tr")
    return {
        row.xpath("string(th)"): [" ".join(cell.text_content().split()) for cell in row.xpath("td")] for row in found
    }


def test_the_page_shows_a_year_month_by_month(browser):
    with writing(reason="test"):
        CalendarDay(day=date(2026, 11, 23), is_working=False, note="台风停工").save()
    page = browser.get(PAGE, {"year": "2026"})
    months = rows(page)
    assert months["10 月"] == ["18", "1 日、2 日、5 日、6 日、7 日", "10 日"]
    assert months["11 月"] == ["20", "23 日", "—"]
    assert "台风停工" in page.content.decode()
    assert "暂按周一至周五" not in page.content.decode()


def test_the_page_warns_of_a_year_without_data(browser):
    assert "2099 年的放假安排还没有公布或登记" in browser.get(PAGE, {"year": "2099"}).content.decode()


@pytest.mark.parametrize("year", ["", "x", "0", "99999"])
def test_a_year_that_is_none_shows_this_one(browser, time_machine, year):
    time_machine.move_to("2026-11-21T12:00:00+08:00", tick=False)
    assert "2026 年工作日历" in browser.get(PAGE, {"year": year}).content.decode()


@pytest.mark.parametrize("part", sorted(PARTS.keys() - {"system_admin"}))
def test_nobody_else_sees_or_fills_the_calendar(actor_for, part):
    client = client_of(actor_for(part))
    assert [client.get(PAGE).status_code, send(client).status_code, send(client, CLEAR).status_code] == [403] * 3


def test_an_administrator_of_a_part_does_not_fill_the_calendar_of_all(tree, system_admin):
    local = Actor(system_admin.user, "system_admin", tree.town.path)
    for act in (fill_day, clear_day):
        with pytest.raises(PermissionDenied):
            act(local, Calendar(tree.city.path), day=date(2026, 11, 23))
