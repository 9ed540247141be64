"""To and from organizations outside: letters, receipts, what expires and what is missing."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from jingwei.domains.transfers.actions import writing
from jingwei.domains.transfers.actions.arriving import arrive
from jingwei.domains.transfers.actions.opening import open_number
from jingwei.domains.transfers.models import Arrival, Letter
from jingwei.domains.transfers.papers import letter_word, receipt_word
from jingwei.foundation.errors import Refused
from jingwei.foundation.secrets.models import Look
from jingwei.members.models import Member

from .conftest import GOOD_ID


def words(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(data)).paragraphs)


def test_the_member_stays_until_the_receipt_is_there(world):
    transfer = world.going_out()
    world.lettered(transfer)
    assert world.member.fresh().standing == "normal"
    world.does(
        "office_town",
        writing.enter_receipt,
        world.step(transfer),
        received_on=date(2026, 5, 20),
        received_by="外省某市某街道党工委",
    )
    gone = world.member.fresh()
    assert (gone.standing, gone.left_on, transfer.fresh().outcome) == ("transferred", date(2026, 5, 20), "done")


@pytest.mark.parametrize("day", [date(2026, 5, 19), date(2026, 5, 21)])
def test_a_receipt_is_from_after_the_letter_and_not_from_to_morrow(world, day):
    transfer = world.going_out()
    world.lettered(transfer)
    with pytest.raises(Refused, match="对方接收的日期"):
        world.does("office_town", writing.enter_receipt, world.step(transfer), received_on=day, received_by="某支部")


@pytest.mark.parametrize("days", [0, 91])
def test_a_letter_holds_no_longer_than_the_rule_allows(world, days):
    transfer = world.going_out()
    with pytest.raises(Refused, match="最长 90 天"):
        world.lettered(transfer, days=days)
    assert world.lettered(transfer, days=90).is_open


def test_a_number_is_used_once(world):
    transfer = world.going_out()
    world.lettered(transfer)
    world.does("office_town", writing.recall, world.step(transfer), reason="交回")
    with pytest.raises(Refused, match="已经开过"):
        world.lettered(world.going_out())


def test_a_letter_is_written_again_only_after_it_has_expired_and_on_a_statement(world, clock):
    transfer = world.going_out()
    world.lettered(transfer, days=10)
    new = {"number": "2026-002", "addressed_to": "某党工委", "days": 10, "statement": "因病住院，没有按期报到。"}
    for day, allowed in (("2026-05-30", False), ("2026-05-31", True)):
        clock.move_to(f"{day} 10:00:00+08:00")
        if allowed:
            letter = world.does("office_town", writing.reissue, world.step(transfer), **new)
            assert (letter.number, letter.valid_until) == ("2026-002", date(2026, 6, 10))
        else:
            with pytest.raises(Refused, match="还在有效期内") as refused:
                world.does("office_town", writing.reissue, world.step(transfer), **new)
            assert refused.value.earliest == "2026年05月30日之后"


def test_a_letter_that_comes_back_leaves_the_member_where_it_was(world):
    transfer = world.going_out()
    world.lettered(transfer)
    world.does("office_town", writing.recall, world.step(transfer), reason="不去了，介绍信交回")
    assert (transfer.fresh().outcome, world.member.fresh().standing) == ("revoked", "normal")


def test_the_letter_says_what_it_must_and_the_number_is_a_look(world):
    transfer = world.going_out()
    world.lettered(transfer)
    letter = Letter._base_manager.get()
    number = world.does("office_town", open_number, letter)
    told = words(letter_word(letter, id_number=number))
    assert GOOD_ID in told
    assert all(part in told for part in ("陶党生", "正式党员", "有效期10天", "外省某市某街道党工委", "回执"))
    look = Look._base_manager.get()
    assert (look.field, look.purpose, look.person) == ("id_number", "transfer", f"members.Member:{world.member.pk}")


def test_a_letter_of_somebody_without_a_number_leaves_it_blank(world):
    world.member.id_number = None
    transfer = world.going_out()
    world.lettered(transfer)
    assert "公民身份号码＿＿＿＿" in words(letter_word(Letter._base_manager.get(), id_number=""))


NEW = {
    "name": "苏远来",
    "gender": "2",
    "born_on": date(1990, 1, 2),
    "ethnic": "01",
    "education": "20",
    "occupation": "80",
    "joined_on": date(2012, 7, 1),
    "full_on": date(2013, 7, 1),
    "letter_from": "外省某市某街道党工委",
    "letter_number": "88",
    "letter_on": date(2026, 5, 10),
    "valid_until": date(2026, 5, 20),
    "arrived_on": date(2026, 5, 20),
}


def test_who_comes_with_a_letter_is_entered_and_the_receipt_goes_back(world):
    arrival = world.does("office_town", arrive, world.tree.branch, **NEW)
    assert Member._base_manager.get(name="苏远来").organization == world.tree.branch
    told = words(receipt_word(arrival))
    assert all(part in told for part in ("外省某市某街道党工委", "苏远来", "88", world.tree.branch.name))


def test_a_letter_is_used_once(world):
    world.does("office_town", arrive, world.tree.branch, **NEW)
    with pytest.raises(Refused, match="已经用过"):
        world.does("office_town", arrive, world.tree.other_branch, **NEW)
    assert Arrival._base_manager.count() == 1


@pytest.mark.parametrize(("until", "allowed"), [(19, False), (20, True), (21, True)])
def test_an_expired_letter_lets_nobody_in(world, until, allowed):
    letter = {**NEW, "valid_until": date(2026, 5, until)}
    if allowed:
        assert world.does("office_town", arrive, world.tree.branch, **letter)
    else:
        with pytest.raises(Refused, match="已经过期"):
            world.does("office_town", arrive, world.tree.branch, **letter)
