"""What was told on a visit is sealed; who opens it says what for, and the member sees it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse

from jingwei.domains.care.actions import reveal, visit
from jingwei.domains.care.choices import Occasion
from jingwei.domains.care.models import CareVisit
from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.foundation.secrets.models import Look
from jingwei.foundation.submissions.models import Submission
from tests.cast import client_of
from tests.domains.care.conftest import DAY, done
from tests.domains.sending import sent, shown, text_of
from tests.members.people import registered

TOLD = "生活困难：送米"
WHY = {"purpose": "care", "words": "准备年前走访慰问"}
KEY = {"request_key": "1d1b7cb0-5e0f-4b0c-8a51-6cbb57b5f8f1"}


def visited(actor, member, **told) -> CareVisit:
    given = {"kind": "visit", "occasion": "hardship", "note": "送米", **told}
    return done(actor, visit, member, on=DAY, visitor=actor.user.posts.get(), **given)


@pytest.fixture
def own(tree, member):
    """The record of the person who plays the member."""
    (row,) = registered(tree.branch, "陶党生", user=member.user)
    return row


@pytest.fixture
def made(own, secretary) -> CareVisit:
    """A visit to the member, because life is hard."""
    return visited(secretary, own)


def look_of(made) -> str:
    return reverse("care:visit_look", args=[made.pk])


def kept_anywhere(words: str) -> list[Submission]:
    return [one for one in Submission.objects.all() if words.encode() in bytes(one.body or b"")]


def test_why_somebody_came_is_sealed_with_what_was_told(made, secretary):
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM care_carevisit")
        row = [bytes(cell) if isinstance(cell, memoryview) else cell for cell in cursor.fetchone()]
    assert [cell for cell in row if cell in (*Occasion.values, *Occasion.labels)] == []
    assert done(secretary, reveal, made, **WHY) == TOLD


@pytest.mark.parametrize(("note", "told"), [("", "日常"), ("  ", "日常"), ("谈学习", "日常：谈学习")])
def test_without_words_the_occasion_is_what_was_told(own, secretary, note, told):
    made = visited(secretary, own, occasion="usual", note=note)
    assert done(secretary, reveal, made, **WHY) == told


def test_the_lists_show_it_masked(made, secretary, member):
    for actor, name in ((secretary, "care:visits"), (member, "care:mine")):
        text = shown(actor, reverse(name))
        assert ["已登记（不显示）" in text, "送米" in text, "生活困难" in text] == [True, False, False]


def test_a_look_shows_it_once_and_the_member_sees_who_and_why(made, secretary, member):
    client = client_of(secretary)
    answer = client.post(look_of(made), {**WHY, **KEY})
    assert (TOLD in answer.text, answer["Cache-Control"]) == (True, "private, no-store")
    assert (TOLD in client.get(look_of(made)).text, kept_anywhere("送米")) == (False, [])
    text = shown(member, reverse("members:mine"))
    assert ["秦书明" in text, "走访谈心情况" in text, "准备年前走访慰问" in text] == [True, True, True]


def test_a_look_without_words_shows_nothing(made, secretary):
    answer = client_of(secretary).post(look_of(made), {"purpose": "care", "words": "", **KEY})
    assert (answer.status_code, TOLD in answer.text, Look._base_manager.count()) == (422, False, 0)
    with pytest.raises(Refused, match="事由"):
        done(secretary, reveal, made, purpose="care", words="看")


@pytest.mark.parametrize(
    ("part", "status"),
    [("neighbour", 404), ("office_other_town", 404), ("committee_member", 403), ("member", 403), ("auditor", 403)],
)
def test_who_may_not_look_gets_no_page_to_ask_on(actor_for, made, part, status):
    client = client_of(actor_for(part))
    assert client.get(look_of(made)).status_code == status
    assert client.post(look_of(made), {**WHY, **KEY}).status_code == status
    assert Look._base_manager.count() == 0


def test_who_writes_visits_but_may_not_look_does_not_open_it(made, actor_for):
    committee = actor_for("committee_member")
    assert "陶党生" in shown(committee, reverse("care:visits"))
    with pytest.raises(PermissionDenied):
        done(committee, reveal, made, **WHY)


def test_the_member_opens_the_own_visits_by_one_press(made, secretary, member):
    (other,) = registered(made.member.organization, "同支部")
    visited(secretary, other, note="不给别人看")
    answer = client_of(member).post(reverse("care:mine"), KEY)
    text = text_of(answer)
    assert [TOLD in text, "不给别人看" in text, answer["Cache-Control"]] == [True, False, "private, no-store"]
    assert [(look.owner, look.purpose) for look in Look._base_manager.all()] == [(member.user, "self")]
    assert ("本人查阅" in shown(member, reverse("members:mine")), kept_anywhere("送米")) == (True, [])


def test_who_was_not_visited_has_nothing_to_open(member, secretary, made):
    with writing(reason="test"):
        made.member.user = None
        made.member.save()
    assert "还没有登记" in text_of(client_of(member).post(reverse("care:mine"), KEY))
    assert Look._base_manager.count() == 0


def test_the_signs_of_a_mask_are_not_taken_for_a_note(own, secretary):
    told = {"kind": "visit", "occasion": "old", "on": "2026-06-01", "visitor": secretary.post_id, "note": "姓***的邻居"}
    answer = sent(secretary, reverse("care:visit", args=[own.pk]), **told)
    assert (answer.status_code, "三个星号" in answer.text, CareVisit._base_manager.count()) == (422, True, 0)
