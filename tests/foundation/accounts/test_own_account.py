"""What a person does with the own account: see and end sessions, change the password."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from jingwei.foundation.accounts.device_words import device_words
from jingwei.foundation.accounts.devices import devices_of
from jingwei.foundation.actions import writing
from jingwei.foundation.clock import today
from jingwei.organizations.models import Post
from tests.cast import client_of
from tests.foundation.accounts.conftest import PASSWORD, sign_in, try_password, words

EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130"
PHONE = "Mozilla/5.0 (Linux; Android 14; X1) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 MicroMessenger/8.0"
KEY = "11111111-1111-4111-8111-111111111111"
NEW = {"password1": "another-long-one", "password2": "another-long-one"}


@pytest.mark.parametrize(
    ("user_agent", "said"),
    [
        (EDGE, "Windows 电脑 · Edge 浏览器"),
        (PHONE, "安卓手机 · 微信"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605 Version/18.0 Safari/604.1", "苹果手机 · 苹果浏览器"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Linux 电脑 · 火狐浏览器"),
        ("curl/8", "其他设备"),
        ("", "其他设备"),
    ],
)
def test_a_device_is_called_by_words_that_its_owner_knows(user_agent, said):
    assert device_words(user_agent) == said


def test_a_person_sees_the_own_devices_and_no_others(login):
    secretary = login("secretary")
    client = sign_in(secretary, HTTP_USER_AGENT=EDGE)
    sign_in(secretary, HTTP_USER_AGENT=PHONE, REMOTE_ADDR="10.0.0.7")
    sign_in(login("member"), HTTP_USER_AGENT="Firefox")
    shown = words(client.get("/account/devices/"))
    assert [part in shown for part in ("Edge 浏览器", "微信", "10.0.0.7", "火狐浏览器")] == [True, True, True, False]
    assert shown.count("这台设备") == 1


def test_the_list_takes_the_same_queries_for_one_device_and_for_three(login, django_assert_num_queries):
    secretary = login("secretary")
    client = sign_in(secretary)
    client.get("/account/devices/")
    for more in (0, 2):
        for _ in range(more):
            sign_in(secretary)
        with django_assert_num_queries(5):
            client.get("/account/devices/")


def test_one_device_is_ended_and_is_signed_out_on_the_next_request(login):
    secretary = login("secretary")
    here, there = sign_in(secretary), sign_in(secretary)
    other = next(d for d in devices_of(secretary.user, here=here.session.session_key) if not d.current)
    here.post(f"/account/devices/{other.pk}/end/", {"request_key": KEY})
    assert there.get("/").headers["Location"] == "/account/login/?next=/"
    assert here.get("/").status_code == 200


def test_the_device_of_somebody_else_cannot_be_ended(login):
    member = login("member")
    here, there = sign_in(login("secretary")), sign_in(member)
    [theirs] = devices_of(member.user)
    here.post(f"/account/devices/{theirs.pk}/end/", {"request_key": KEY})
    assert there.get("/account/devices/").status_code == 200


def test_all_other_devices_are_ended_at_once(login):
    secretary = login("secretary")
    here, *others = (sign_in(secretary) for _ in range(3))
    here.post("/account/devices/end-others/", {"request_key": KEY})
    assert [client.get("/").status_code for client in (here, *others)] == [200, 302, 302]
    assert len(devices_of(secretary.user)) == 1


def test_when_a_device_was_last_seen_is_noted_every_five_minutes(login):
    secretary = login("secretary")
    with time_machine.travel("2026-11-21T09:00:00+08:00", tick=False) as travel:
        client = sign_in(secretary)
        seen = []
        for minutes in (0, 4, 4):
            travel.shift(timedelta(minutes=minutes))
            client.get("/")
            seen.append(devices_of(secretary.user)[0].last_seen.astimezone().minute)
    assert seen == [0, 0, 8]


def test_a_visitor_sees_no_devices(db):
    assert Client().get("/account/devices/").headers["Location"] == "/account/login/?next=/account/devices/"


def test_a_changed_password_ends_the_other_devices(login):
    secretary = login("secretary")
    here, there = sign_in(secretary), sign_in(secretary)
    assert here.post("/account/password/", {"oldpassword": PASSWORD, **NEW}).headers["Location"] == "/"
    assert [here.get("/").status_code, there.get("/").status_code] == [200, 302]
    assert try_password(Client(), "secretary", NEW["password1"]).headers["Location"] == "/"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"oldpassword": "wrong", **NEW}, "现在的密码不对"),
        ({"oldpassword": PASSWORD, "password1": PASSWORD, "password2": PASSWORD}, "新密码不能和现在的一样"),
        ({"oldpassword": PASSWORD, "password1": "short", "password2": "short"}, "密码太短，至少要 10 个字"),
        ({"oldpassword": PASSWORD, "password1": "1357924680", "password2": "1357924680"}, "数字"),
        ({"oldpassword": PASSWORD, "password1": "password123", "password2": "password123"}, "太常见"),
        ({"oldpassword": PASSWORD, "password1": "secretary2026", "password2": "secretary2026"}, "用户名"),
        ({"oldpassword": PASSWORD, **NEW, "password2": "different-long-one"}, "相同"),
    ],
)
def test_a_bad_new_password_is_told_why(login, sent, said):
    answer = sign_in(login("secretary")).post("/account/password/", sent)
    assert said in words(answer)


def test_leaving_a_post_ends_its_rights_on_the_next_request(login):
    auditor = login("security_admin", totp=True)
    client = sign_in(auditor)
    assert client.get("/account/accounts/").status_code == 200
    post = Post.objects.get(user=auditor.user)
    with writing(reason="test"):
        post.until = today()
        post.save()
    answer = client.get("/account/accounts/")
    assert answer.status_code == 403
    assert "您的账号现在没有岗位" in words(answer)


@pytest.mark.parametrize(("days", "status"), [(-1, 403), (0, 403), (1, 200)])
def test_a_post_gives_its_rights_until_the_day_before_it_ends(security_admin, days, status):
    with writing(reason="test"):
        post = Post.objects.get(user=security_admin.user)
        post.until = today() + timedelta(days=days)
        post.save()
    assert client_of(security_admin).get("/account/accounts/").status_code == status


def test_a_person_with_two_posts_acts_through_one_at_a_time(security_admin, tree):
    with writing(reason="test"):
        member = Post(
            user=security_admin.user, organization=tree.branch, role="member", duty="DY", since=tree.city.established_on
        )
        member.save()
    client = client_of(security_admin)
    assert client.get("/account/accounts/").status_code == 200
    session = client.session
    session["post"] = member.pk
    session.save()
    assert client.get("/account/accounts/").status_code == 403
