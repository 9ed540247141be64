"""Nobody sees a plain value without a look on record; the person it is about sees who looked."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction

from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.foundation.journal import OutsideAction
from jingwei.foundation.record import sql
from jingwei.foundation.record.models import Act
from jingwei.foundation.scope.reach import reaching
from jingwei.foundation.secrets.looks import look
from jingwei.foundation.secrets.models import Look
from jingwei.foundation.secrets.selectors import looks, looks_about, looks_at

from .conftest import ADDRESS, HARDSHIP, ID, PHONE, new_member, reveal, reveal_all, reveal_own


def as_(actor):
    return reaching(actor.reach())


def test_a_look_gives_the_plain_text_and_says_who_when_whose_and_why(known, secretary):
    with as_(secretary):
        assert reveal(secretary, known, field="phone", words="通知 周五的会议 ") == PHONE
    one = Look._base_manager.get()
    assert (one.user, one.user_name, one.post_title) == (secretary.user, "秦书明", secretary.title)
    assert (one.label, one.row, one.title, one.owner) == ("members.Member", str(known.pk), "陶党生", known.user)
    assert (one.person, one.path) == (f"members.Member:{known.pk}", known.path)
    assert (one.field, one.field_title, one.why) == ("phone", "手机号码", "联系本人：通知 周五的会议")


def test_the_record_of_acts_tells_of_the_look_and_not_the_text(known, secretary):
    with as_(secretary):
        reveal(secretary, known)
    act = Act._base_manager.get()
    assert [change["label"] for change in json.loads(act.changes)] == ["secrets.Look"]
    assert PHONE not in act.changes


@pytest.mark.parametrize(("field", "text"), [("id_number", ID), ("address", ADDRESS), ("hardship", HARDSHIP)])
def test_each_secret_is_looked_at_by_itself(known, secretary, field, text):
    with as_(secretary):
        assert reveal(secretary, known, field=field) == text
    assert Look._base_manager.get().field == field


@pytest.mark.parametrize("why", [{"purpose": ""}, {"purpose": "curiosity"}, {"purpose": "self"}, {"words": " 无 由 "}])
def test_a_look_without_purpose_and_reason_is_refused_and_leaves_nothing(known, secretary, why):
    with as_(secretary), pytest.raises(Refused):
        reveal(secretary, known, **why)
    assert (Look._base_manager.count(), Act._base_manager.count()) == (0, 0)


def test_only_secrets_can_be_looked_at(known, secretary):
    with as_(secretary), pytest.raises(KeyError):
        reveal(secretary, known, field="name")


@pytest.mark.parametrize("part", ["neighbour", "committee_member", "auditor"])
def test_who_may_not_look_sees_nothing(known, actor_for, part):
    with pytest.raises(PermissionDenied):
        reveal(actor_for(part), known)
    assert Look._base_manager.count() == 0


def test_outside_an_action_nothing_is_opened(known, secretary):
    with as_(secretary), pytest.raises(OutsideAction):
        look(secretary, known, field="phone", purpose="contact", words="通知周五的会议")


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_opened(known, secretary):
    with as_(secretary), writing(reason="test"), pytest.raises(RuntimeError):
        look(secretary, known, field="phone", purpose="contact", words="通知周五的会议")


def test_what_is_not_there_is_looked_at_too(tree, secretary):
    bare = new_member(tree.branch, phone=None)
    with as_(secretary):
        assert reveal(secretary, bare) == ""
    assert Look._base_manager.count() == 1


def test_ones_own_data_need_no_reason_and_are_on_record(known, member):
    with as_(member):
        assert reveal_own(member, known) == PHONE
    assert Look._base_manager.get().why == "本人查阅"


def test_ones_own_data_are_opened_all_at_once_with_one_look(known, member):
    with as_(member):
        opened = reveal_all(member, known)
    assert opened == {"id_number": ID, "phone": PHONE, "address": ADDRESS, "hardship": HARDSHIP}
    assert [one.field_title for one in Look._base_manager.all()] == ["全部内容"]


def test_nobody_opens_all_of_another(tree, known, member):
    another = new_member(tree.branch, id_number=None)
    with as_(member), pytest.raises(Refused):
        reveal_all(member, another)


def test_the_person_sees_who_looked_and_a_colleague_does_not(known, secretary, member, committee_member):
    with as_(secretary):
        reveal(secretary, known)
    assert Look._base_manager.count() == 1  # there is something to leak
    assert [(one.who, one.why) for one in looks_about(member.user)] == [
        (f"秦书明（{secretary.title}）", "联系本人：通知周五的会议")
    ]
    assert looks_about(committee_member.user) == []
    with as_(member):
        assert looks().count() == 1


def test_who_gets_a_login_later_sees_the_looks_from_before(tree, secretary, member):
    unknown = new_member(tree.branch)
    with as_(secretary):
        reveal(secretary, unknown)
    assert looks_about(member.user) == []
    with writing(reason="test"):
        unknown.user = member.user
        unknown.save()
    assert len(looks_about(member.user)) == 1


@pytest.mark.parametrize(("part", "seen"), [("auditor", 1), ("security_admin", 1), ("office_other_town", 0)])
def test_looks_are_seen_by_those_above(known, secretary, actor_for, part, seen):
    with as_(secretary):
        reveal(secretary, known)
    with as_(actor_for(part)):
        assert (looks().count(), looks_at(known).count()) == (seen, seen)


@pytest.mark.parametrize("statement", ["UPDATE secrets_look SET words = 'x'", "DELETE FROM secrets_look"])
def test_looks_are_only_ever_added(known, secretary, statement):
    with as_(secretary):
        reveal(secretary, known)
    with pytest.raises(DatabaseError, match=sql.REFUSAL), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
