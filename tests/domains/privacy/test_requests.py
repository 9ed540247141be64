"""A person asks about own data; the office answers in time, and lets go only of what may go."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from jingwei.domains.privacy.actions import Person, ask, carry_out, decide
from jingwei.domains.privacy.models import RightsRequest
from jingwei.domains.privacy.rules import state_of
from jingwei.domains.privacy.selectors import mine, requests, waiting
from jingwei.foundation.actions import writing
from jingwei.foundation.clock import as_if, today
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from jingwei.members.models import Member

NOON = datetime(2026, 6, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


def as_(actor):
    return reaching(actor.reach())


def test_a_request_is_due_after_fifteen_working_days(asked, known, member):
    with as_if(NOON):
        wish = asked("correct", "education", " 学历有误 ")
    assert (wish.owner, wish.member, wish.path, wish.text) == (member.user, known, known.path, "学历有误")
    assert (wish.made_on, wish.due_on) == (date(2026, 6, 1), date(2026, 6, 23))  # 端午节放假一天


@pytest.mark.parametrize(
    ("on", "decided", "granted", "done", "word"),
    [
        (date(2026, 6, 22), None, None, None, "待办理"),
        (date(2026, 6, 23), None, None, None, "待办理"),
        (date(2026, 6, 24), None, None, None, "已逾期"),
        (date(2026, 6, 24), date(2026, 6, 20), True, None, "待落实"),
        (date(2026, 6, 24), date(2026, 6, 20), True, date(2026, 6, 21), "已办结"),
        (date(2026, 6, 24), date(2026, 6, 20), False, None, "未同意"),
    ],
)
def test_how_a_request_stands_on_a_day(on, decided, granted, done, word):
    assert state_of(date(2026, 6, 23), decided, granted, done, on=on)[1] == word


def test_a_request_about_nothing_is_refused(asked):
    with pytest.raises(Refused, match="请选择涉及的内容"):
        asked("correct", "", " ")


def test_the_same_request_is_not_made_twice_while_it_waits(asked):
    asked("correct", "education")
    with pytest.raises(Refused, match="正在办理"):
        asked("correct", "education")
    assert asked("correct", "occupation").pk


def test_consent_is_withdrawn_only_where_it_was_the_ground(asked):
    with pytest.raises(Refused, match="公民身份号码是履行职责必须保存的"):
        asked("withdraw", "id_number")


def test_a_deletion_that_may_be_is_done_with_the_answer(asked, known, office_town):
    wish = asked("delete", "hardship")
    with as_(office_town):
        decide(office_town, wish, granted=True)
    member = Member._base_manager.get(pk=known.pk)
    assert (member.hardship, bool(member.phone)) == (None, True)
    assert (wish.granted, wish.carried_out_on) == (True, today())


@pytest.mark.parametrize("what", ["id_number", "phone", "name", "joined_on"])
def test_what_has_to_be_kept_is_not_let_go_and_it_is_said_why(asked, known, office_town, what):
    wish = asked("delete", what)
    with as_(office_town), pytest.raises(Refused, match=r"必须保存的，不能删除。用于.+，保存期限：党籍存续期间"):
        decide(office_town, wish, granted=True)
    assert RightsRequest._base_manager.get().decided_on is None
    assert bool(getattr(Member._base_manager.get(pk=known.pk), what))


def test_a_deletion_that_names_nothing_is_not_granted(asked, office_town):
    wish = asked("delete", "", "都删掉")
    with as_(office_town), pytest.raises(Refused, match="没有写明"):
        decide(office_town, wish, granted=True)


def test_a_refusal_gives_its_reason(asked, office_town):
    wish = asked("delete", "phone")
    with as_(office_town):
        with pytest.raises(Refused, match="要说明理由"):
            decide(office_town, wish, granted=False, reason="  ")
        decide(office_town, wish, granted=False, reason="通知会议要用。")
    assert (wish.granted, wish.reason, wish.state(on=today())[1]) == (False, "通知会议要用。", "未同意")


def test_a_withdrawal_is_not_refused(asked, office_town):
    wish = asked("withdraw", "hardship")
    with as_(office_town), pytest.raises(Refused, match="撤回同意"):
        decide(office_town, wish, granted=False, reason="还要用")


def test_an_explanation_is_done_with_its_words(asked, office_town):
    wish = asked("explain", "", "为什么要登记学历")
    with as_(office_town):
        with pytest.raises(Refused, match="解释说明要写在答复里"):
            decide(office_town, wish, granted=True)
        decide(office_town, wish, granted=True, reason="用于党内统计。")
    assert wish.carried_out_on == today()


def test_a_correction_waits_until_it_is_carried_out(asked, office_town):
    wish = asked("correct", "education")
    with as_(office_town):
        with pytest.raises(Refused, match="还没有同意"):
            carry_out(office_town, wish)
        decide(office_town, wish, granted=True)
        assert list(waiting(office_town)) == [wish]
        carry_out(office_town, wish)
        with pytest.raises(Refused, match="已经办结"):
            carry_out(office_town, wish)
        with pytest.raises(Refused, match="已经答复"):
            decide(office_town, wish, granted=False, reason="晚了")
        assert list(waiting(office_town)) == []


@pytest.mark.parametrize("part", ["secretary", "member", "office_other_town", "auditor"])
def test_only_the_office_above_decides(asked, actor_for, part):
    wish = asked("correct", "education")
    with pytest.raises(PermissionDenied):
        decide(actor_for(part), wish, granted=True)


def test_nobody_decides_about_oneself(tree, office_town):
    with as_(office_town):
        wish = ask(office_town, Person(office_town.user, None, office_town.path), kind="explain", text="为什么")
        with pytest.raises(Refused, match="自己的申请"):
            decide(office_town, wish, granted=True, reason="因为")
        assert list(waiting(office_town)) == []


def test_a_person_sees_the_own_requests_and_the_office_those_below(
    asked, member, neighbour, office_town, office_other_town
):
    asked("correct", "education")
    assert RightsRequest._base_manager.count() == 1  # there is something to leak
    for actor, seen, own in ((member, 1, 1), (office_town, 1, 0), (office_other_town, 0, 0), (neighbour, 0, 0)):
        with as_(actor):
            assert (requests().count(), mine(actor.user).count()) == (seen, own)


@pytest.mark.parametrize(
    "wrong", [{"granted": True}, {"decided_on": date(2026, 6, 1)}, {"carried_out_on": date(2026, 6, 1)}]
)
def test_the_database_knows_no_half_answers(asked, wrong):
    wish = asked("correct", "education")
    with pytest.raises(IntegrityError), transaction.atomic(), writing(reason="test"):
        RightsRequest._base_manager.filter(pk=wish.pk).update(**wrong)
