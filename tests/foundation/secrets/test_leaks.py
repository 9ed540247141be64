"""A member with every secret goes through all that the program does: nowhere stands a plain text."""

import json
import logging
import sys

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import RequestFactory
from django.urls import get_resolver, reverse
from django.views.debug import technical_500_response

from jingwei.foundation.access.matrix import entrances
from jingwei.foundation.actions import action
from jingwei.foundation.record.models import Act
from jingwei.foundation.record.selectors import history_of
from jingwei.foundation.record.wording import changes_of
from jingwei.foundation.scope.reach import reaching
from jingwei.members.models import Member
from tests.cast import client_of

from .conftest import ADDRESS, HARDSHIP, ID, PHONE, SECRETS, new_member, reveal

OTHER = "13899995678"
HIDDEN = (*SECRETS, OTHER, ADDRESS[6:], "腿脚")


@action("member.edit", title="改手机号码")
def renumber(actor, member, /, *, phone):
    member.phone = phone
    member.save()


@action("member.edit", title="批量改手机号码")
def renumber_all(actor, organization, /, *, phone):
    Member.objects.filter(organization=organization).update(phone=phone)


@action("member.edit", title="登记党员")
def register(actor, organization, /):
    return new_member(organization)


@action("member.edit", title="删除登记")
def erase(actor, member, /):
    member.delete()


def leaks(text: object) -> list[str]:
    return [secret for secret in HIDDEN if secret in str(text)]


@pytest.fixture
def acted(tree, secretary):
    """Made, changed, changed in bulk, looked at, deleted: everything that can be done to a row."""
    with reaching(secretary.reach()):
        member = register(secretary, tree.branch)
        renumber(secretary, member, phone=OTHER)
        renumber_all(secretary, tree.branch, phone=PHONE)
        reveal(secretary, member.fresh())
        erase(secretary, register_another(tree.branch))
    return Member._base_manager.get()


def register_another(organization) -> Member:
    return new_member(organization, id_number=None, phone="13877776666")


def test_the_record_holds_masks_only(acted):
    for act in Act._base_manager.all():
        assert leaks(act.changes + act.subject_title) == []
    assert "138****5678" in "".join(Act._base_manager.values_list("changes", flat=True))


def test_a_change_to_a_number_with_the_same_mask_is_told_as_a_change(acted):
    act = Act._base_manager.get(action="secrets.renumber")
    (change,) = json.loads(act.changes)
    assert (change["before"], change["after"]) == ({"phone": "138****5678"}, {"phone": "138****5678（内容已更换）"})


def test_more_rows_than_are_told_one_by_one_tell_no_value(acted, tree, secretary, monkeypatch):
    monkeypatch.setattr("jingwei.foundation.scope.recorded.MANY", 0)
    with reaching(secretary.reach()):
        renumber_all(secretary, tree.branch, phone=OTHER)
    last = Act._base_manager.order_by("-pk").first()
    assert json.loads(last.changes)[0]["after"]["phone"] == "（不显示）"


def test_the_history_and_the_words_of_an_act_hold_masks_only(acted, auditor):
    with reaching(auditor.reach()):
        assert leaks(history_of(acted)) == []
        assert leaks([changes_of(act) for act in Act.objects.all()]) == []


def test_rows_values_and_queries_hold_masks_only(acted):
    assert leaks(repr(vars(acted))) == []
    assert leaks(list(Member._base_manager.values())) == []
    assert leaks(list(Member._base_manager.values_list("id_number", "phone", "address", "hardship"))) == []
    assert leaks(json.dumps(list(Member._base_manager.values("phone", "address")))) == []
    assert leaks(Member._base_manager.filter(pk=acted.pk).query) == []


def test_the_tables_hold_sealed_values_only(acted):
    tables = [name for name in connection.introspection.table_names() if not name.startswith("sqlite_")]
    assert "members_member" in tables
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            stored = b"\n".join(stored_bytes(value) for row in cursor.fetchall() for value in row)
            assert [secret for secret in HIDDEN if secret.encode() in stored] == [], table


def stored_bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


@pytest.mark.slow
def test_no_page_without_a_number_in_its_address_shows_plain_values(acted, actor_for):
    for part in ("secretary", "office_town", "office_city", "auditor", "security_admin"):
        client = client_of(actor_for(part))
        for one in entrances(get_resolver().url_patterns):
            if one.method == "GET" and "<" not in one.address and "account/" not in one.address:
                answer = client.get(f"/{one.address.lstrip('/')}")
                content = b"".join(answer.streaming_content) if answer.streaming else answer.content
                assert [s for s in HIDDEN if s.encode() in content] == [], (part, one.address)


def test_the_pages_of_the_member_and_of_the_acts_show_masks_only(acted, secretary, auditor):
    shown = client_of(secretary).get(reverse("members:member", args=[acted.pk])).content.decode()
    assert leaks(shown) == []
    for act in Act._base_manager.all():
        assert leaks(client_of(auditor).get(reverse("record:act", args=[act.pk])).content.decode()) == []


def fails(request, secret, text):
    """Fails with the plain text in the form, the address, the variables and the message."""
    typed = request.POST["phone"]
    raise RuntimeError(f"{secret} {typed} is wrong" if text else "wrong")


def report(settings, debug: bool, method: str) -> str:
    settings.DEBUG = debug
    made = getattr(RequestFactory(), method)(f"/members/?phone={PHONE}&id={ID}", {"phone": PHONE, "address": ADDRESS})
    made.POST = made.POST if method == "post" else made.GET
    made.COOKIES["held"] = HARDSHIP
    made.user = "某人"
    member = Member(phone=PHONE, address=ADDRESS, id_number=ID)
    try:
        fails(made, member, text=PHONE)
    except RuntimeError:
        return technical_500_response(made, *sys.exc_info()).content.decode()
    return ""


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize("method", ["get", "post"])
def test_the_report_of_an_error_shows_no_value(settings, debug, method):
    shown = report(settings, debug, method)
    assert ("RuntimeError" in shown, "fails" in shown) == (True, True)
    # The source of this test names the secrets; their values stand in no variable, form, address or message.
    assert [secret for secret in (PHONE, ID, ADDRESS, HARDSHIP) if secret in shown] == []


@pytest.mark.parametrize("debug", [True, False])
def test_the_page_of_a_failure_and_its_log_show_no_value(acted, office_town, settings, monkeypatch, caplog, debug):
    def broken(*_args, **_facts):
        typed = PHONE
        raise RuntimeError("the list is broken" if typed else "")

    monkeypatch.setattr("jingwei.domains.privacy.views.requests.paged", broken)
    client = client_of(office_town)
    client.raise_request_exception = False
    settings.DEBUG = debug
    with caplog.at_level(logging.DEBUG):
        answer = client.get(reverse("privacy:requests"), {"q": PHONE})
    assert (answer.status_code, leaks(answer.content.decode())) == (500, [])
    assert leaks(caplog.text) == []


def test_sessions_and_messages_hold_no_value(acted, secretary):
    client_of(secretary).get(reverse("members:member", args=[acted.pk]))
    assert leaks([one.get_decoded() for one in Session.objects.all()]) == []


def test_a_row_in_hand_is_not_stuck_with_what_was_typed(tree):
    assert leaks(vars(new_member(tree.branch, phone=PHONE))) == []
