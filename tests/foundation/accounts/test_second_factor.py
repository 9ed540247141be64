"""Who exports, approves or administers signs in with a second factor; nobody else has to."""

from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client, override_settings

from jingwei.foundation.access.grants import roles
from jingwei.foundation.accounts.authenticators import (
    SecondFactorAdapter,
    current_code,
    first_use,
    has_totp,
    provision_totp,
)
from jingwei.foundation.actions import writing
from jingwei.organizations.models import Post
from tests.cast import BEGINNING
from tests.foundation.accounts.conftest import SECRET, sign_in, try_password, words

SET_UP, AGAIN = "/account/second-factor/set-up/?next=%2F", "/account/again/code/?next=%2F"


def test_these_roles_need_a_second_factor():
    needing = {key for key, role in roles().items() if role.needs_second_factor}
    others = {"secretary", "committee_member", "handler", "member", "resident"}
    assert needing == set(roles()) - others


@pytest.mark.parametrize("part", ["secretary", "member"])
def test_others_sign_in_with_the_password_alone(login, part):
    assert sign_in(login(part)).get("/").status_code == 200


@pytest.mark.parametrize("part", ["office_town", "auditor", "system_admin", "security_admin"])
def test_without_one_such_a_person_is_sent_to_set_it_up(login, part):
    client = sign_in(login(part))
    assert client.get("/").headers["Location"] == SET_UP
    assert client.post("/", {"request_key": "1"}).status_code == 405


def test_with_one_both_steps_are_asked_and_then_all_is_open(login):
    client = sign_in(login("auditor", totp=True))
    assert client.get("/").status_code == 200


def test_the_password_alone_opens_nothing_where_a_second_factor_is_set_up(login):
    login("auditor", totp=True)
    client = Client()
    assert try_password(client, "auditor").headers["Location"] == "/account/login/code/"
    assert client.get("/").headers["Location"] == "/account/login/?next=/"
    assert client.get("/account/devices/").status_code == 302


def test_a_session_from_before_the_second_factor_is_asked_for_it(login):
    actor = login("auditor")
    client = sign_in(actor)
    provision_totp(actor.user, SECRET)
    assert client.get("/").headers["Location"] == AGAIN
    answer = client.post(AGAIN, {"code": current_code(actor.user)})
    assert answer.headers["Location"] == "/"
    assert client.get("/").status_code == 200


def test_the_pages_of_ones_own_account_stay_open(login):
    client = sign_in(login("auditor"))
    for page in ("devices/", "password/", "second-factor/", "second-factor/set-up/", "logout/"):
        assert client.get(f"/account/{page}").status_code == 200, page
    assert client.get("/account/login/").status_code == 302
    assert client.post("/account/logout/").status_code == 302


def test_the_pages_of_the_security_administrator_do_not(login):
    client = sign_in(login("security_admin"))
    assert client.get("/account/accounts/").headers["Location"].startswith("/account/second-factor/set-up/")


def test_setting_one_up_shows_it_and_opens_the_way(login, django_capture_on_commit_callbacks):
    actor = login("auditor")
    client = sign_in(actor)
    shown = words(client.get("/account/second-factor/set-up/"))
    assert "data:image/svg+xml;base64," in shown
    assert "您的岗位要审批、导出或管理" in shown
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/account/second-factor/set-up/", {"code": _code_in(client)})
    assert answer.headers["Location"] == "/account/recovery-codes/"
    assert has_totp(actor.user)
    assert words(client.get("/account/recovery-codes/")).count("<li><code>") == 10
    assert client.get("/").status_code == 200


def _code_in(client: Client) -> str:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    secret = client.session["mfa.totp.secret"]
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))


def test_a_wrong_first_code_sets_nothing_up(login):
    actor = login("auditor")
    client = sign_in(actor)
    client.get("/account/second-factor/set-up/")
    assert "动态口令不对" in words(client.post("/account/second-factor/set-up/", {"code": "000000"}))
    assert not has_totp(actor.user)


def test_who_removes_it_is_sent_to_set_it_up_again(login, django_capture_on_commit_callbacks):
    actor = login("auditor", totp=True)
    client = sign_in(actor)
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post("/account/second-factor/remove/").headers["Location"] == "/account/second-factor/"
    assert not has_totp(actor.user)
    assert client.get("/").headers["Location"] == SET_UP


def test_a_code_is_good_for_one_time(login):
    actor = login("auditor", totp=True)
    code = current_code(actor.user)
    for expected in ("/", None):
        client = Client()
        try_password(client, "auditor")
        assert client.post("/account/login/code/", {"code": code}).headers.get("Location") == expected


def test_a_code_is_used_up_for_as_long_as_it_would_be_accepted(login):
    actor = login("auditor", totp=True)
    authenticator = Authenticator.objects.get(user=actor.user)
    assert [first_use(authenticator, code) for code in ("123456", "123 456", "654321")] == [True, False, True]


def test_a_recovery_code_is_good_for_one_time(login):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    actor = login("auditor", totp=True)
    code = RecoveryCodes.activate(actor.user).get_unused_codes()[0]
    for expected in ("/", None):
        client = Client()
        try_password(client, "auditor")
        assert client.post("/account/login/code/", {"code": code}).headers.get("Location") == expected


def test_secrets_are_not_readable_in_the_database(login):
    actor = login("auditor", totp=True)
    stored = Authenticator.objects.get(user=actor.user).data["secret"]
    assert SECRET not in stored
    assert SecondFactorAdapter().decrypt(stored) == SECRET


def test_a_new_secret_key_still_reads_what_the_old_one_wrote(login, settings):
    actor = login("auditor", totp=True)
    old = settings.SECRET_KEY
    with override_settings(SECRET_KEY="a new one", SECRET_KEY_FALLBACKS=[old]):
        assert len(current_code(actor.user)) == 6


def test_the_demo_shows_a_code_that_works(login):
    actor = login("auditor", totp=True)
    client = Client()
    try_password(client, "auditor")
    assert f"演示环境：当前动态口令 {current_code(actor.user)}" in words(client.get("/account/login/code/"))


def test_a_person_without_one_may_go_over_to_a_post_that_needs_none(login, tree):
    actor = login("auditor")
    with writing(reason="test"):
        post = Post(user=actor.user, organization=tree.branch, role="member", duty="DY", since=BEGINNING)
        post.save()
    client = sign_in(actor)
    assert client.get("/").headers["Location"] == SET_UP
    client.post("/organizations/acting/", {"request_key": str(uuid4()), "post": post.pk})
    assert client.get("/").status_code == 200
