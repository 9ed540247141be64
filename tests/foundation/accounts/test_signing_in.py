"""Signing in: by name and password, and what a visitor finds closed."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.hashers import get_hasher
from django.test import Client, override_settings
from django.urls import NoReverseMatch, reverse

from jingwei.foundation.accounts.adapter import AccountAdapter
from jingwei.foundation.accounts.authenticators import provision_totp
from tests.foundation.accounts.conftest import PASSWORD, SECRET, sign_in, try_password, words


def listing():
    return [{"username": "secretary", "name": "秦书明", "title": "第一支部 书记", "password": PASSWORD}]


def test_a_person_signs_in_with_name_and_password(login):
    client = sign_in(login("secretary"))
    assert client.get("/").status_code == 200


def test_a_name_is_the_same_in_capitals(login):
    login("secretary")
    assert try_password(Client(), " SECRETARY ").headers["Location"] == "/"


def test_a_wrong_password_says_so_and_keeps_the_name(login):
    login("secretary")
    answer = try_password(Client(), "secretary", "wrong")
    assert "用户名或密码不对" in words(answer)
    assert 'value="secretary"' in words(answer)
    assert "wrong" not in words(answer)


def test_an_unknown_name_is_told_the_same_as_a_wrong_password(login):
    login("secretary")
    known, unknown = try_password(Client(), "secretary", "wrong"), try_password(Client(), "nobody", "wrong")
    assert "用户名或密码不对" in words(known)
    assert "用户名或密码不对" in words(unknown)


def test_one_comes_back_to_the_page_that_was_asked_for(login):
    login("secretary")
    client = Client()
    assert client.get("/").headers["Location"] == "/account/login/?next=/"
    data = {"login": "secretary", "password": PASSWORD, "next": "/account/devices/"}
    assert client.post("/account/login/", data).headers["Location"] == "/account/devices/"


def test_nobody_is_sent_to_another_site(login):
    login("secretary")
    data = {"login": "secretary", "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert Client().post("/account/login/", data).headers["Location"] == "/"


def test_nobody_signs_up(rf):
    assert AccountAdapter().is_open_for_signup(rf.get("/")) is False
    for closed in ("account_signup", "account_reset_password", "account_email", "mfa_list_webauthn"):
        with pytest.raises(NoReverseMatch):
            reverse(closed)


def test_a_locked_account_is_told_whom_to_ask(login):
    user = login("secretary").user
    user.is_active = False
    user.save()
    answer = try_password(Client(), "secretary")
    assert answer.headers["Location"] == "/account/inactive/"
    assert "安全管理员" in words(Client().get("/account/inactive/"))


def test_signing_out_takes_a_form(login):
    client = sign_in(login("secretary"))
    assert "要退出登录吗" in words(client.get("/account/logout/"))
    assert client.get("/").status_code == 200
    client.post("/account/logout/")
    assert client.get("/").headers["Location"] == "/account/login/?next=/"


def test_the_demo_lists_its_logins(db):
    with override_settings(DEMO_LOGINS=f"{__name__}.listing"):
        shown = words(Client().get("/account/login/"))
    assert PASSWORD in shown
    assert "第一支部 书记" in shown


def test_a_real_installation_lists_no_logins(db):
    with override_settings(DEMO_LOGINS=f"{__name__}.listing", DEMO=False):
        assert PASSWORD not in words(Client().get("/account/login/"))


def test_a_real_installation_shows_no_codes(login):
    provision_totp(login("auditor").user, SECRET)
    for demo, shown in ((True, True), (False, False)):
        client = Client()
        with override_settings(DEMO=demo):
            try_password(client, "auditor")
            assert ("当前动态口令" in words(client.get("/account/login/code/"))) is shown


def test_passwords_are_kept_with_argon2():
    from jingwei.config.settings import base

    assert base.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    with override_settings(PASSWORD_HASHERS=base.PASSWORD_HASHERS):
        assert get_hasher().encode(PASSWORD, "somesaltsomesalt").startswith("argon2$argon2id$")


def test_a_person_without_a_post_is_told_what_to_do(django_user_model):
    client = Client()
    client.force_login(django_user_model.objects.create_user("nobody", name="无岗位"))
    answer = client.get("/")
    assert answer.status_code == 403
    assert "您的账号现在没有岗位" in words(answer)
    assert "镇（街道）党建办" in words(answer)


@pytest.mark.parametrize(("minutes", "status"), [(479, 200), (480, 302), (481, 302)])
def test_a_session_ends_eight_hours_after_it_was_last_used(login, minutes, status):
    secretary = login("secretary")
    with time_machine.travel("2026-11-21T09:00:00+08:00", tick=False) as travel:
        client = sign_in(secretary)
        travel.shift(timedelta(hours=4))
        assert client.get("/account/devices/").status_code == 200
        travel.shift(timedelta(minutes=minutes))
        assert client.get("/account/devices/").status_code == status
