"""`jingwei demo` builds a year that is half carried out. Built once for all tests of this file, then undone."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from jingwei.demo.logins import listing, logins
from jingwei.demo.places import few_places
from jingwei.foundation.access.grants import roles
from jingwei.foundation.accounts.authenticators import has_totp
from jingwei.foundation.accounts.models import User
from jingwei.foundation.clock import as_if, now, today
from jingwei.foundation.record.models import Act
from jingwei.foundation.scope.reach import everywhere
from jingwei.kernels.plans.models import Clearance, Notice, Plan, Report
from jingwei.kernels.plans.selectors.tasks import due, state_of, tally, tasks
from jingwei.members.models import Member
from jingwei.organizations.models import Organization, Post
from jingwei.organizations.selectors import posts_held

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def everything():
    with everywhere(reason="test"):
        yield


def user(username: str) -> User:
    return User.objects.get(username=username)


def organization(username: str) -> Organization:
    return posts_held(user(username), on=today())[0].organization


def test_all_logins_that_are_shown_can_sign_in(built):
    shown = listing()
    assert [one["username"] for one in shown] == [login.username for login in logins()]
    assert all(user(one["username"]).check_password(one["password"]) for one in shown)
    assert all(user(one["username"]).name == one["name"] for one in shown)


def test_nobody_else_can_sign_in(built):
    others = User.objects.exclude(username__in=[login.username for login in logins()])
    assert others.count() > 20
    assert not any(other.has_usable_password() for other in others)


def test_the_second_factor_is_ready_for_those_who_need_it_and_for_nobody_else(built):
    ready = {login.username for login in logins() if has_totp(user(login.username))}
    strict = {login.username for login in logins() for s in login.seats if roles()[s.role].needs_second_factor}
    assert ready == strict


def test_one_person_may_switch_between_two_posts(built):
    assert [post.role for post in posts_held(user("xujianhua"), on=today())] == ["secretary", "committee_member"]


def test_a_login_that_is_a_member_has_the_record(built):
    member = Member.objects.get(user=user("linxiaoyun"))
    assert (member.name, str(member.organization)) == ("林晓芸", "梧桐居民区第二党支部")


def test_three_plans_are_approved_and_one_is_a_draft_with_blanks(built):
    assert sorted(Plan.objects.values_list("state", flat=True)) == ["approved", "approved", "approved", "draft"]
    assert "**" in Plan.objects.get(state="draft").text


def test_tasks_stand_in_every_state(built):
    counted = tally(tasks(), on=today())
    assert min(counted.values()) > 5, counted


def test_the_secretary_finds_five_things_due_and_one_of_them_late(built):
    found = list(due(organization("zhoumingyuan"), on=today(), until=date(2100, 1, 1)))
    assert [state_of(task, on=today()) for task in found].count("late") == 1
    assert 4 <= len(found) <= 7


def test_a_notice_waits_for_the_secretary_and_another_is_answered(built):
    waiting = Notice.objects.get(task__organization=organization("zhoumingyuan"))
    assert (waiting.replied_on, waiting.closed_on) == (None, None)
    assert Notice.objects.filter(replied_on__isnull=False, closed_on=None).count() == 1


def test_clearances_are_granted_refused_and_pending(built):
    assert {*Clearance.objects.values_list("state", flat=True)} == {"asked", "granted", "refused"}


def test_a_task_was_passed_on(built):
    assert tasks().exclude(parent=None).count() == len([p for p in few_places() if _is_local_of_the_town(p)])


def _is_local_of_the_town(place):
    return place.key.startswith("wangjiang/yunqiao/") and place.level in ("community", "village")


def test_every_report_is_an_act_of_its_author_on_its_day(built):
    acts = Act.objects.filter(action="plans.report")
    assert acts.count() == Report.objects.count()
    written = Report.objects.order_by("id").values_list("author_id", "written_on")
    assert [(act.user_id, timezone.localdate(act.at)) for act in acts.order_by("id")] == list(written)


def test_one_report_was_written_later_and_says_why(built):
    (late,) = Report.objects.exclude(late_reason="")
    assert (late.written_on - late.happened_on).days == 25


def test_acts_follow_each_other_in_time(built):
    moments = list(Act.objects.order_by("id").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert moments[-1] <= now()


def test_a_second_run_keeps_everything(built):
    def counts():
        return [model.objects.count() for model in (Organization, Member, Post, Plan, Report, Act)]

    before = counts()
    call_command("demo", verbosity=0)
    assert counts() == before


def test_it_refuses_to_run_outside_demo_mode(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="演示模式"):
        call_command("demo")


def test_only_the_demo_turns_the_clock(settings):
    settings.DEMO = False
    with pytest.raises(RuntimeError, match="demo"), as_if(now()):
        pass
