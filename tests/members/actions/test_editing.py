"""What changed, what had been wrong, and what is kept sealed."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused, Stale
from jingwei.foundation.record.models import Act
from jingwei.foundation.scope.reach import reaching
from jingwei.members.actions import change, contact, correct, enrol
from jingwei.members.models import Fact, Member
from jingwei.members.selectors import search
from tests.cast import plant
from tests.members.people import COLUMNS, id_of, registered

DAY = date(2026, 3, 1)


@pytest.fixture
def member(tree) -> Member:
    (row,) = registered(tree.branch, "陶党生")
    return row


@pytest.fixture(autouse=True)
def _inside(secretary):
    with reaching(secretary.reach()):
        yield


def facts() -> list[tuple[str, str, date | None, date | None, bool]]:
    rows = Fact.objects.order_by("id")
    return [(row.kind, row.value, row.since, row.until, row.known_until is None) for row in rows]


def test_a_change_keeps_what_was_true_with_its_end(secretary, member):
    change(secretary, member, kind="education", value="11", since=DAY, basis="毕业证")
    assert member.fresh().education == "11"
    assert facts() == [("education", "21", None, None, False), ("education", "21", None, DAY, True)]


def test_the_next_change_begins_where_the_last_one_ended(secretary, member):
    change(secretary, member, kind="education", value="11", since=DAY, basis="毕业证")
    change(secretary, member, kind="education", value="14", since=date(2026, 5, 1), basis="毕业证")
    assert [row for row in facts() if row[4]] == [
        ("education", "21", None, DAY, True),
        ("education", "11", DAY, date(2026, 5, 1), True),
    ]


@pytest.mark.parametrize("day", [date(2026, 2, 28), DAY])
def test_a_change_is_not_put_before_the_last_one(secretary, member, day):
    change(secretary, member, kind="education", value="11", since=DAY, basis="毕业证")
    with pytest.raises(Refused, match="上一次变更是 2026 年 3 月 1 日"):
        change(secretary, member, kind="education", value="14", since=day, basis="毕业证")


def test_a_correction_keeps_what_was_believed(secretary, member):
    correct(secretary, member, basis="核对身份证", name="陶党升", ethnic="03")
    assert (member.fresh().name, member.fresh().ethnic) == ("陶党升", "03")
    assert facts() == [("name", "陶党生", None, None, False), ("ethnic", "01", None, None, False)]


def test_a_corrected_name_is_found_by_its_new_words_only(secretary, member):
    correct(secretary, member, basis="核对身份证", name="陶向东")
    found = {words: list(search(words, at=secretary.path)) for words in ("党生", "tds", "向东", "txd")}
    assert found == {"党生": [], "tds": [], "向东": [member], "txd": [member]}


@pytest.mark.parametrize("kind", ["gender", "born_on", "ethnic", "joined_on", "approved_on"])
def test_what_never_changes_is_corrected_only(secretary, member, kind):
    with pytest.raises(Refused, match="不会变更，只能更正"):
        change(secretary, member, kind=kind, value="x", since=DAY, basis="x")


@pytest.mark.parametrize("kind", ["organization", "standing"])
def test_what_has_its_own_procedure_is_neither_changed_nor_corrected_here(secretary, member, kind):
    with pytest.raises(Refused, match="专门的手续"):
        change(secretary, member, kind=kind, value="x", since=DAY, basis="x")
    with pytest.raises(Refused, match="不能更正"):
        correct(secretary, member, basis="x", **{kind: "x"})


def test_nothing_is_written_where_nothing_differs(secretary, member):
    with pytest.raises(Refused, match="没有改动"):
        correct(secretary, member, basis="x", name=member.name)
    assert Act.objects.count() == 0


def test_the_rules_of_joining_hold_for_a_correction(secretary, member):
    with pytest.raises(Refused) as refused:
        correct(secretary, member, basis="x", joined_on=date(1988, 7, 1))
    assert refused.value.basis == "admission-rules-2014, 第五条"
    assert (member.fresh().joined_on, Fact.objects.count()) == (COLUMNS["joined_on"], 0)


def test_a_group_is_one_of_the_own_branch(secretary, member, tree):
    with writing(reason="test"):
        own = plant((1, 1, 1, 1, 1, 1), "第一党小组", "group", "641")
        other = plant((1, 1, 1, 1, 2, 1), "另一党小组", "group", "641")
    change(secretary, member, kind="group", value=own, since=DAY, basis="支委会")
    assert member.fresh().group == own
    with pytest.raises(Refused, match="本支部的"):
        change(secretary, member, kind="group", value=other, since=date(2026, 4, 1), basis="支委会")


def test_who_overtakes_is_not_overwritten(secretary, member):
    correct(secretary, member.fresh(), basis="x", name="陶党升")
    with pytest.raises(Stale):
        correct(secretary, member, basis="x", name="陶党胜", version=1)


def test_numbers_are_kept_sealed_and_told_masked(secretary, member):
    contact(secretary, member, id_number=id_of(), phone="139 0000 1234", hardship="独居")
    row = member.fresh()
    assert (row.id_number.open(), row.phone.open(), row.hardship.open()) == (id_of(), "13900001234", "独居")
    told = Act.objects.get().changes
    assert [text for text in (id_of(), "13900001234", "独居") if text in told] == []
    assert "139****1234" in told


def test_an_empty_field_leaves_what_is_kept(secretary, member):
    contact(secretary, member, phone="13900001234")
    contact(secretary, member.fresh(), address="云州市一号")
    assert member.fresh().phone.open() == "13900001234"


def test_an_identity_number_is_registered_once_and_the_other_is_not_told(secretary, member, tree):
    (stranger,) = registered(tree.other_branch, "远山人", id_number=id_of())
    with pytest.raises(Refused) as refused:
        contact(secretary, member, id_number=id_of())
    with pytest.raises(Refused, match="已经登记过"):
        enrol(secretary, tree.branch, name="陶二", id_number=id_of(), **COLUMNS)
    told = refused.value.message + refused.value.next_step
    assert [word for word in (stranger.name, "第二支部") if word in told] == []


@pytest.mark.parametrize("part", ["neighbour", "member", "committee_member", "handler"])
def test_only_who_edits_there_may_write(actor_for, member, part):
    with pytest.raises(PermissionDenied):
        change(actor_for(part), member, kind="education", value="11", since=DAY, basis="x")
    with pytest.raises(PermissionDenied):
        contact(actor_for(part), member, phone="13900001234")
