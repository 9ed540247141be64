"""The security administrator helps those who cannot sign in, and does nothing else; every act is recorded."""

import json
from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.test import Client

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.accounts import actions, selectors
from jingwei.foundation.accounts.authenticators import has_totp, provision_totp
from jingwei.foundation.accounts.devices import devices_of
from jingwei.foundation.actions import writing
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.foundation.record.models import Act
from jingwei.foundation.scope.reach import reaching, within
from jingwei.organizations.models import Post
from tests.cast import BEGINNING, client_of
from tests.foundation.accounts.conftest import SECRET, sign_in, try_password, words

TEMPORARY = "temp-word-2026"


@pytest.fixture
def admin(security_admin):
    return client_of(security_admin)


@pytest.fixture
def town_admin(tree, django_user_model):
    """A security administrator of the town only."""
    user = django_user_model.objects.create_user("town_admin", name="镇安全")
    give_post(user, tree.town, "security_admin")
    return Actor(user, "security_admin", tree.town.path)


def give_post(user, organization, role: str, until=None) -> None:
    with writing(reason="test"):
        Post(user=user, organization=organization, role=role, duty="GLY", since=BEGINNING, until=until).save()


def send(client: Client, actor, what: str, **data):
    return client.post(f"/account/accounts/{actor.user.pk}/{what}/", {"request_key": str(uuid4()), **data})


def acts() -> list[tuple[str, str, list]]:
    """(action, subject, changes) of each act, first to last."""
    with within("0001"):
        return [(a.action, a.subject_title, json.loads(a.changes)) for a in Act.objects.order_by("pk")]


def found(actor, **words_) -> list[str]:
    with reaching(actor.reach()):
        return [user.username for user in selectors.page_of_accounts(**words_)[0]]


def test_the_accounts_below_are_listed_and_found_by_name(admin, secretary, member):
    assert "秦书明" in words(admin.get("/account/accounts/"))
    shown = words(admin.get("/account/accounts/?q=陶"))
    assert ["陶党生" in shown, "秦书明" in shown] == [True, False]
    assert "没有找到这样的账号" in words(admin.get("/account/accounts/?q=某某"))


def test_an_account_elsewhere_is_not_found(town_admin, secretary, office_other_town):
    assert found(town_admin) == ["secretary", "town_admin"]
    client = client_of(town_admin)
    assert client.get(f"/account/accounts/{secretary.user.pk}/").status_code == 200
    assert client.get(f"/account/accounts/{office_other_town.user.pk}/").status_code == 404
    assert send(client, office_other_town, "lock").status_code == 404


def test_an_account_with_rights_elsewhere_too_is_for_those_above_both(town_admin, security_admin, secretary, tree):
    assert found(town_admin, search="secretary") == ["secretary"]
    give_post(secretary.user, tree.city, "office_city")
    assert found(town_admin, search="secretary") == []
    assert found(security_admin, search="secretary") == ["secretary"]
    with within(tree.town.path), pytest.raises(PermissionDenied):
        actions.lock_account(town_admin, secretary.user)


def test_an_account_without_a_present_post_is_still_found(town_admin, secretary, tree):
    with writing(reason="test"):
        Post.objects.filter(user=secretary.user).update(until=today() - timedelta(days=1))
    assert found(town_admin, search="secretary") == ["secretary"]
    with within(tree.town.path):
        assert secretary.user.place() == tree.branch.path
        assert not actions.lock_account(town_admin, secretary.user).is_active


def test_nobody_may_secure_an_account_that_never_had_a_post(security_admin, django_user_model):
    user = django_user_model.objects.create_user("nobody", name="无岗位")
    with reaching(security_admin.reach()), pytest.raises(PermissionDenied):
        actions.lock_account(security_admin, user)


def test_the_list_takes_the_same_queries_for_one_row_and_for_three(
    admin, secretary, django_assert_num_queries, actor_for
):
    admin.get("/account/accounts/")
    for more in ((), ("member", "neighbour")):
        for part in more:
            actor_for(part)
        with django_assert_num_queries(5):
            admin.get("/account/accounts/")


def test_the_list_is_turned_page_by_page(admin, tree, django_user_model, monkeypatch):
    monkeypatch.setattr(selectors, "PAGE", 2)
    for name in ("a1", "a2", "a3"):
        give_post(django_user_model.objects.create_user(name, name=name), tree.branch, "member")
    first, second = words(admin.get("/account/accounts/?q=a")), words(admin.get("/account/accounts/?q=a&after=a2"))
    assert 'href="?q=a&amp;after=a2"' in first
    assert "a3" in second


def test_a_locked_account_is_signed_out_and_cannot_sign_in(admin, login):
    secretary = login("secretary")
    client = sign_in(secretary)
    assert send(admin, secretary, "lock").status_code == 302
    assert client.get("/").headers["Location"] == "/account/login/?next=/"
    assert try_password(Client(), "secretary").headers["Location"] == "/account/inactive/"
    send(admin, secretary, "unlock")
    assert sign_in(secretary).get("/").status_code == 200


def test_unlocking_forgets_the_wrong_guesses(admin, login):
    secretary = login("secretary")
    for _ in range(6):
        try_password(Client(), "secretary", "wrong")
    send(admin, secretary, "unlock")
    assert sign_in(secretary).get("/").status_code == 200


def test_all_sessions_of_an_account_are_ended(admin, login):
    secretary = login("secretary")
    clients = [sign_in(secretary), sign_in(secretary)]
    send(admin, secretary, "end-sessions")
    assert [client.get("/").status_code for client in clients] == [302, 302]
    assert devices_of(secretary.user) == []


def test_a_lost_phone_is_helped(admin, login):
    office = login("office_town", totp=True)
    client = sign_in(office)
    send(admin, office, "reset-second-factor")
    assert not has_totp(office.user)
    assert client.get("/").status_code == 302
    assert sign_in(office).get("/").headers["Location"].startswith("/account/second-factor/set-up/")


def test_a_temporary_password_must_be_changed_before_anything_else(admin, login):
    secretary = login("secretary")
    answer = send(admin, secretary, "temporary-password", password=TEMPORARY)
    assert answer.headers["Location"] == f"/account/accounts/{secretary.user.pk}/"
    client = Client()
    assert try_password(client, "secretary", TEMPORARY).headers["Location"] == "/"
    assert client.get("/").headers["Location"] == "/account/password/?next=%2F"
    assert "临时密码" in words(client.get("/account/password/"))
    new = {"oldpassword": TEMPORARY, "password1": "own-long-enough", "password2": "own-long-enough"}
    assert client.post("/account/password/", new).headers["Location"] == "/"
    assert client.get("/").status_code == 200


def test_a_suggested_temporary_password_is_different_each_time(admin, secretary):
    pages = {words(admin.get(f"/account/accounts/{secretary.user.pk}/temporary-password/")) for _ in range(2)}
    assert len(pages) == 2


def test_a_weak_temporary_password_is_refused(admin, secretary):
    answer = send(admin, secretary, "temporary-password", password="12345")
    assert answer.status_code == 422
    assert "密码太短，至少要 10 个字" in words(answer)


def test_each_act_is_recorded_with_what_changed_and_without_secrets(admin, login):
    office = login("office_town", totp=True)
    sign_in(office)
    for what in ("end-sessions", "lock", "unlock", "reset-second-factor"):
        send(admin, office, what)
    send(admin, office, "temporary-password", password=TEMPORARY)
    changes = [[(change["before"], change["after"]) for change in one] for _, _, one in acts()]
    assert [name for name, _, _ in acts()] == [
        "accounts.end_account_sessions",
        "accounts.lock_account",
        "accounts.unlock_account",
        "accounts.reset_second_factor",
        "accounts.set_temporary_password",
    ]
    assert {title for _, title, _ in acts()} == {"郑经办"}
    assert changes == [
        [({"登录设备": 1}, {"登录设备": 0})],
        [({"is_active": True}, {"is_active": False})],
        [({"is_active": False}, {"is_active": True})],
        [({"动态口令": True}, {"动态口令": False})],
        [({"temporary_password": False}, {"temporary_password": True})],
    ]
    assert TEMPORARY not in json.dumps(acts())


def test_an_unknown_act_is_not_found(admin, secretary):
    assert send(admin, secretary, "promote").status_code == 404


@pytest.mark.parametrize("what", ["lock", "reset-second-factor", "temporary-password"])
def test_nobody_secures_the_own_account(admin, security_admin, what):
    provision_totp(security_admin.user, SECRET)
    answer = send(admin, security_admin, what, password=TEMPORARY)
    assert answer.status_code == 422
    assert "不能给自己的账号办理" in words(answer)
    assert "请另一位安全管理员办理" in words(answer)


@pytest.mark.parametrize("part", ["auditor", "system_admin"])
@pytest.mark.parametrize("act", [actions.reset_second_factor, actions.set_temporary_password])
def test_nobody_takes_over_another_administrator_of_the_same_level(security_admin, actor_for, part, act):
    data = {"password": TEMPORARY} if act is actions.set_temporary_password else {}
    with reaching(security_admin.reach()), pytest.raises(Refused, match="不能替本级的另一位管理员"):
        act(security_admin, actor_for(part).user, **data)


def test_those_above_help_an_administrator_below(security_admin, town_admin):
    with reaching(security_admin.reach()):
        actions.reset_second_factor(security_admin, town_admin.user)
    assert [name for name, _, _ in acts()] == ["accounts.reset_second_factor"]


@pytest.mark.parametrize("part", ["secretary", "office_town", "office_city", "auditor", "system_admin", "member"])
def test_nobody_else_secures_accounts(actor_for, part, member):
    client = client_of(actor_for(part))
    assert client.get("/account/accounts/").status_code == 403
    assert client.get(f"/account/accounts/{member.user.pk}/").status_code == 403
    assert send(client, member, "lock").status_code == 403


def test_whoever_keeps_the_server_helps_the_topmost_administrator(login, tree):
    auditor = login("auditor", totp=True)
    said = StringIO()
    call_command("reset_login", "auditor", stdout=said)
    password = said.getvalue().split("：")[1].split("\n")[0]
    assert not has_totp(auditor.user)
    assert try_password(Client(), "auditor", password).headers["Location"] == "/"
    assert [name for name, _, _ in acts()] == ["accounts.reset_login"]


def test_an_unknown_username_is_told_at_the_server(db):
    with pytest.raises(CommandError, match="没有用户名为 nobody 的账号"):
        call_command("reset_login", "nobody")
