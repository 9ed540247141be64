"""Too many looks raise an alarm; very many stop until the security administrator has answered."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.foundation.actions import writing
from jingwei.foundation.clock import as_if
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from jingwei.foundation.secrets.actions import answer_alarm
from jingwei.foundation.secrets.models import Alarm, Look
from jingwei.foundation.secrets.selectors import alarms, looks_behind, open_alarms
from jingwei.regulations.models import LocalValue

from .conftest import reveal, reveal_own

MORNING = datetime(2026, 6, 1, 9, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def few(tree):
    """The city sets small numbers: two looks an hour, three a day, four at most."""
    with writing(reason="test"):
        for key, value in (("looks_an_hour", 2), ("looks_a_day", 3), ("looks_a_day_limit", 4)):
            row = {"path": tree.city.path, "since": date(2026, 1, 1), "basis": "试", "set_by": "试"}
            LocalValue(key=f"privacy.{key}", value=str(value), **row).save()


def looking(actor, member, *minutes: int) -> None:
    """Looks so many minutes after the morning of the first of June."""
    for minute in minutes:
        with reaching(actor.reach()), as_if(MORNING + timedelta(minutes=minute)):
            reveal(actor, member)


def raised() -> list[tuple[str, int]]:
    return list(Alarm._base_manager.order_by("pk").values_list("kind", "looks"))


def test_two_looks_in_an_hour_are_no_alarm_and_three_are_one(known, secretary, few):
    looking(secretary, known, 0, 59)
    assert raised() == []
    looking(secretary, known, 60)
    assert raised() == []
    looking(secretary, known, 61)
    assert raised() == [("hour", 3), ("day", 4), ("limit", 4)]


def test_an_alarm_is_raised_once_an_hour_and_once_a_day(known, secretary, few):
    looking(secretary, known, 0, 1, 2, 3)
    assert raised() == [("hour", 3), ("day", 4), ("limit", 4)]


def test_looks_spread_over_a_day_raise_the_days_alarm_only(known, secretary, few):
    looking(secretary, known, 0, 100, 200)
    assert raised() == []
    looking(secretary, known, 300)
    assert raised() == [("day", 4), ("limit", 4)]


def test_a_new_day_is_counted_anew(known, secretary, few):
    looking(secretary, known, 0, 100, 200, 24 * 60, 24 * 60 + 100, 24 * 60 + 200)
    assert raised() == []


def test_everybody_is_counted_alone(known, secretary, office_town, few):
    looking(secretary, known, 0, 1)
    looking(office_town, known, 2, 3)
    assert raised() == []


def test_looks_at_oneself_are_not_counted(known, member, few):
    for _ in range(6):
        with reaching(member.reach()):
            reveal_own(member, known)
    assert (Look._base_manager.count(), raised()) == (6, [])


def test_at_the_limit_looking_stops_until_the_alarm_is_answered(known, secretary, security_admin, few):
    looking(secretary, known, 0, 1, 2, 3)
    with pytest.raises(Refused, match="已暂停"):
        looking(secretary, known, 4)
    assert Look._base_manager.count() == 4
    with pytest.raises(Refused, match="已暂停"):
        looking(secretary, known, 24 * 60)  # a new day answers nothing
    limit = Alarm._base_manager.get(kind="limit")
    with reaching(security_admin.reach()), as_if(MORNING + timedelta(minutes=5)):
        answer_alarm(security_admin, limit, answer="核实为年度核对名册")
    looking(secretary, known, 6, 7, 8, 9)
    with pytest.raises(Refused, match="已暂停"):
        looking(secretary, known, 10)
    assert [kind for kind, _ in raised()] == ["hour", "day", "limit", "limit"]


def test_another_person_looks_on_meanwhile(known, secretary, office_town, few):
    looking(secretary, known, 0, 1, 2, 3)
    looking(office_town, known, 4)
    assert Look._base_manager.count() == 5


@pytest.mark.parametrize(("part", "seen"), [("security_admin", 3), ("auditor", 3), ("office_other_town", 0)])
def test_alarms_are_seen_by_those_above(known, secretary, actor_for, few, part, seen):
    looking(secretary, known, 0, 1, 2, 3)
    with reaching(actor_for(part).reach()):
        assert (alarms().count(), open_alarms()) == (seen, seen)


def test_an_alarm_shows_the_looks_behind_it(known, secretary, auditor, few):
    looking(secretary, known, 0, 100, 110, 120)
    hour, day = Alarm._base_manager.get(kind="hour"), Alarm._base_manager.get(kind="day")
    with reaching(auditor.reach()):
        assert (len(looks_behind(hour)), len(looks_behind(day))) == (3, 4)


def test_only_the_security_administrator_answers(known, secretary, auditor, few):
    looking(secretary, known, 0, 1, 2)
    with pytest.raises(PermissionDenied):
        answer_alarm(auditor, Alarm._base_manager.get(), answer="没有问题")


def test_an_alarm_is_answered_once(known, secretary, security_admin, few):
    looking(secretary, known, 0, 1, 2)
    with reaching(security_admin.reach()):
        alarm = answer_alarm(security_admin, alarms().get(), answer="核实过了")
        with pytest.raises(Refused, match="已经处理过"):
            answer_alarm(security_admin, alarm, answer="再来一次")
        assert (open_alarms(), alarm.answered_by) == (0, security_admin.user)


def test_nobody_answers_an_alarm_about_oneself(known, secretary, security_admin, few):
    looking(secretary, known, 0, 1, 2)
    with writing(reason="test"):
        alarm = Alarm._base_manager.get()
        alarm.user = security_admin.user
        alarm.save()
    with reaching(security_admin.reach()), pytest.raises(Refused, match="自己引起"):
        answer_alarm(security_admin, alarm, answer="我没问题")
