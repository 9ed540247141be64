"""Guesses are limited per account, from whatever addresses, and per address, at whatever accounts."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client, override_settings

from jingwei.config.settings import base
from jingwei.foundation.accounts import guesses
from jingwei.foundation.accounts.apps import make_cache_table
from jingwei.foundation.accounts.authenticators import current_code
from jingwei.foundation.clock import now
from tests.foundation.accounts.conftest import PASSWORD, sign_in, try_password, words

pytestmark = pytest.mark.slow  # takes seconds, so `make check` leaves it to `make test`

STOPPED = "试错次数太多"
WRONG = "用户名或密码不对"


def guess(times: int, username: str = "secretary", **extra) -> list[str]:
    """What each of so many wrong passwords was told: "wrong" or "stopped"."""
    answers = [words(try_password(Client(), username, "wrong", **extra)) for _ in range(times)]
    return ["stopped" if STOPPED in answer else "wrong" if WRONG in answer else answer for answer in answers]


def test_the_sixth_guess_at_an_account_is_stopped_and_so_is_the_right_password(login):
    login("secretary")
    assert guess(6) == ["wrong"] * 5 + ["stopped"]
    assert STOPPED in words(try_password(Client(), "secretary"))


def test_changing_addresses_do_not_help(login):
    login("secretary")
    told = [guess(1, REMOTE_ADDR=f"10.0.0.{n}")[0] for n in range(1, 7)]
    assert told == ["wrong"] * 5 + ["stopped"]


def test_a_made_up_forwarding_header_does_not_help(login):
    login("secretary")
    told = [guess(1, f"person{n}", HTTP_X_FORWARDED_FOR=f"10.0.0.{n}")[0] for n in range(21)]
    assert told == ["wrong"] * 20 + ["stopped"]


@override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1)
def test_what_a_trusted_proxy_says_of_the_address_is_believed(login):
    told = [guess(1, f"person{n}", HTTP_X_FORWARDED_FOR=f"spoofed, 10.0.0.{n}")[0] for n in range(21)]
    assert told == ["wrong"] * 21


@override_settings(ALLOWED_HOSTS=["*"])
def test_other_host_names_do_not_help(login):
    login("secretary")
    told = [guess(1, HTTP_HOST=f"localhost:{8000 + n}")[0] for n in range(6)]
    assert told == ["wrong"] * 5 + ["stopped"]


def test_capitals_and_spaces_do_not_help(login):
    login("secretary")
    told = [
        guess(1, name)[0] for name in ("secretary", "SECRETARY", " Secretary", "secretarY ", "sEcretary", "secretary")
    ]
    assert told == ["wrong"] * 5 + ["stopped"]


def test_many_accounts_from_one_address_are_stopped_but_not_from_another(login):
    assert [guess(1, f"person{n}")[0] for n in range(21)] == ["wrong"] * 20 + ["stopped"]
    assert guess(1, "person30", REMOTE_ADDR="10.0.0.9") == ["wrong"]


def test_signing_in_does_not_reset_the_guesses(login):
    """Else a guesser would sign in with an account of their own in between."""
    auditor = login("auditor", totp=True)
    assert [guess(1, f"person{n}")[0] for n in range(19)] == ["wrong"] * 19
    sign_in(auditor)
    assert guess(2, "person20") == ["wrong", "stopped"]


def test_a_right_password_costs_nothing(login):
    login("secretary")
    assert guess(4) == ["wrong"] * 4
    for _ in range(3):
        assert try_password(Client(), "secretary").headers["Location"] == "/"
    assert guess(2) == ["wrong", "stopped"]


def test_it_says_when_to_try_again_and_keeps_what_was_typed(login):
    login("secretary")
    with time_machine.travel("2026-11-21T16:20:30+08:00", tick=False):
        guess(5)
        answer = words(try_password(Client(), "secretary"))
    assert "请在 16:31 以后再试" in answer
    assert 'value="secretary"' in answer


@pytest.mark.parametrize(("after", "told"), [(599, STOPPED), (600, ""), (601, "")])
def test_ten_minutes_later_one_may_try_again(login, after, told):
    login("secretary")
    with time_machine.travel("2026-11-21T16:20:00+08:00", tick=False) as travel:
        guess(5)
        travel.shift(timedelta(seconds=after))
        answer = try_password(Client(), "secretary")
    assert (STOPPED if STOPPED in words(answer) else "") == told
    assert answer.headers.get("Location") == (None if told else "/")


def test_fifty_guesses_a_day_are_enough(login):
    login("secretary")
    with time_machine.travel("2026-11-21T08:00:00+08:00", tick=False) as travel:
        told = []
        for _ in range(51):
            travel.shift(timedelta(minutes=11))
            told += guess(1)
        answer = words(try_password(Client(), "secretary"))
    assert told == ["wrong"] * 50 + ["stopped"]
    assert "请在 11 月 22 日 08:12 以后再试" in answer


def test_guesses_at_a_code_are_limited(login):
    actor = login("auditor", totp=True)
    client = Client()
    try_password(client, "auditor")
    answers = [words(client.post("/account/login/code/", {"code": "000000"})) for _ in range(5)]
    assert ["动态口令不对" in answer for answer in answers] == [True] * 5
    assert STOPPED in words(client.post("/account/login/code/", {"code": current_code(actor.user)}))


def test_a_new_sign_in_gives_no_new_guesses_at_the_code(login):
    login("auditor", totp=True)
    for n in range(5):
        client = Client(REMOTE_ADDR=f"10.0.0.{n}")
        try_password(client, "auditor")
        client.post("/account/login/code/", {"code": "000000"})
    client = Client(REMOTE_ADDR="10.0.0.9")
    try_password(client, "auditor")
    assert STOPPED in words(client.post("/account/login/code/", {"code": "000000"}))


def test_guesses_at_the_present_password_are_limited_too(login):
    client = sign_in(login("secretary"))
    new = {"password1": "another-long-one", "password2": "another-long-one"}
    answers = [words(client.post("/account/password/", {"oldpassword": "wrong", **new})) for _ in range(5)]
    assert ["现在的密码不对" in answer for answer in answers] == [True] * 5
    sixth = client.post("/account/password/", {"oldpassword": PASSWORD, **new})
    assert sixth.status_code == 429


@override_settings(ACCOUNT_RATE_LIMITS=base.ACCOUNT_RATE_LIMITS | {"login": "3/m/ip"})
def test_a_flood_of_sign_ins_is_answered_with_the_page_for_it(login):
    login("secretary")
    answers = [try_password(Client(), "secretary").status_code for _ in range(4)]
    assert answers == [302] * 3 + [429]
    assert "试得太多次了" in words(try_password(Client(), "secretary"))


def test_what_is_told_names_the_day_when_it_is_not_today():
    assert guesses.refusal(None) == "试得太多次了，请过几分钟再试。"
    assert f"请在 {now() + timedelta(days=40):%-m} 月" in guesses.refusal(now() + timedelta(days=40))


def test_guesses_are_counted_in_the_cache_that_all_processes_share(login):
    login("secretary")
    with override_settings(CACHES=base.CACHES):
        make_cache_table("default")
        assert guess(6) == ["wrong"] * 5 + ["stopped"]
