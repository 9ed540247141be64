"""Members in the order of the screens: ticked, told what differs since, never with a plain number."""

from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from openpyxl import load_workbook

from jingwei.domains.rekeying.actions import mark, mark_all
from jingwei.domains.rekeying.models import Rekeyed
from jingwei.domains.rekeying.screens import screen_items
from jingwei.domains.rekeying.selectors.progress import (
    Progress,
    differing,
    one_to_type,
    possibly_differing,
    progress_at,
    progress_of,
    rekeyed,
)
from jingwei.foundation.actions import writing
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from jingwei.members.models import Member
from jingwei.organizations.actions.reorganising import rename
from tests.cast import client_of
from tests.domains.sending import sent, shown, text_of
from tests.members.people import id_of, registered


def done(actor, act, subject, **data):
    with reaching(actor.reach()):
        return act(actor, subject, **data)


def of(actor, member) -> Member:
    """The member as the room reads it."""
    with reaching(actor.reach()):
        return one_to_type().get(pk=member.pk)


def differences_at(actor, top) -> list[tuple[str, list[tuple[str, str, str]]]]:
    with reaching(actor.reach()):
        found = differing(list(possibly_differing(top)))
    return [(one.member.name, [(line.item.title, line.typed, line.now) for line in one.lines]) for one in found]


def save(member, **columns) -> None:
    with writing(reason="test"):
        row = Member._base_manager.select_related("organization").get(pk=member.pk)
        for name, value in columns.items():
            setattr(row, name, value)
        row.save()


@pytest.fixture
def member(tree):
    (made,) = registered(tree.branch, "陶党生", id_number=id_of(), phone="13900001234", workplace="云桥小学")
    return made


def test_there_are_twenty_six_items_in_a_fixed_order():
    assert [item.number for item in screen_items()] == list(range(1, 27))
    assert [item.title for item in screen_items()][:5] == ["姓名", "性别", "民族", "出生日期", "公民身份号码"]


def test_every_item_is_a_column_of_the_register_or_by_hand():
    known = {field.name for field in Member._meta.concrete_fields} | {"category"}
    assert {item.column for item in screen_items() if not item.is_by_hand} <= known


def test_a_tick_keeps_what_was_typed_with_the_number_masked(member, office_town):
    row = done(office_town, mark, of(office_town, member))
    assert row.values["name"][0] == "陶党生"
    assert row.values["gender"][0] == "女性"
    assert row.values["born_on"][0] == "19710809"
    assert row.values["id_number"][0] == "*" * 14 + id_of()[-4:]
    assert (row.ticked_on, row.ticked_by) == (today(), "云桥镇 工作人员 郑经办")
    assert id_of() not in str(row.values)


@pytest.mark.parametrize("part", ["secretary", "committee_member", "auditor", "member", "handler"])
def test_who_may_not_tick_ticks_nothing(member, actor_for, office_town, part):
    with pytest.raises(PermissionDenied):
        done(actor_for(part), mark, of(office_town, member))


def test_nothing_differs_right_after_a_tick(member, office_town, tree):
    done(office_town, mark, of(office_town, member))
    assert differences_at(office_town, tree.town) == []


def test_what_changed_since_is_told_item_by_item(member, office_town, tree):
    done(office_town, mark, of(office_town, member))
    save(member, name="陶建生", education="14", id_number=id_of(serial=4))
    masked = ["*" * 14 + number[-4:] for number in (id_of(), id_of(serial=4))]
    assert differences_at(office_town, tree.town) == [
        (
            "陶建生",
            [
                ("姓名", "陶党生", "陶建生"),
                ("公民身份号码", *masked),
                ("学历", "大学本科毕业", "硕士研究生毕业"),
            ],
        )
    ]
    done(office_town, mark, of(office_town, member))
    assert differences_at(office_town, tree.town) == []


def test_a_save_that_changes_no_item_is_no_difference(member, office_town, tree):
    done(office_town, mark, of(office_town, member))
    save(member, dues_base="salary")
    with reaching(office_town.reach()):
        assert possibly_differing(tree.town).count() == 1
    assert differences_at(office_town, tree.town) == []


def test_the_name_of_the_branch_is_an_item_too(member, office_town, tree):
    done(office_town, mark, of(office_town, member))
    done(office_town, rename, tree.branch, name="梧桐支部", short_name="梧桐", on=date(2026, 3, 1), basis="文件")
    assert differences_at(office_town, tree.town) == [("陶党生", [("所在党支部", "云桥东社区第一支部", "梧桐支部")])]


def test_several_are_ticked_at_once_of_one_branch_only(member, office_town, tree):
    (other,) = registered(tree.other_branch, "柳党员")
    with pytest.raises(Refused, match="柳党员不在"):
        done(office_town, mark_all, tree.branch, members=[of(office_town, member), of(office_town, other)])
    with pytest.raises(Refused, match="还没有选党员"):
        done(office_town, mark_all, tree.branch, members=[])
    assert Rekeyed._base_manager.count() == 0
    assert len(done(office_town, mark_all, tree.branch, members=[of(office_town, member)])) == 1


def test_progress_counts_members_ticks_and_later_saves(member, office_town, tree):
    registered(tree.branch, "陶二", "陶三")
    registered(tree.other_community, "柳一")
    done(office_town, mark, of(office_town, member))
    save(member, name="陶建生")
    with reaching(office_town.reach()):
        assert progress_of(tree.town) == [Progress(tree.community, 3, 1, 1), Progress(tree.other_community, 1, 0, 0)]
        assert progress_at(tree.branch) == Progress(tree.branch, 3, 1, 1)


def test_ticks_are_seen_where_the_member_is(member, office_town, office_other_town):
    done(office_town, mark, of(office_town, member))
    assert Rekeyed._base_manager.count() == 1  # there is something to leak
    with reaching(office_other_town.reach()):
        assert rekeyed().count() == 0


def test_the_page_of_a_member_shows_the_number_masked_with_the_way_to_look(member, office_town):
    text = shown(office_town, f"/rekeying/members/{member.pk}/")
    assert id_of() not in text
    assert "*" * 14 + id_of()[-4:] in text
    response = client_of(office_town).get(f"/rekeying/members/{member.pk}/")
    assert f"/members/{member.pk}/look/id_number/" in response.content.decode()


def test_a_branch_is_ticked_on_its_page(member, office_town, tree):
    done_page = sent(office_town, f"/rekeying/branches/{tree.branch.pk}/", members=[member.pk])
    assert "已把 1 名党员记为已录入" in text_of(done_page)
    assert "已录入 1 名" in text_of(done_page)


def test_a_member_is_ticked_on_its_own_page(member, office_town):
    assert "陶党生已记为已录入" in text_of(sent(office_town, f"/rekeying/members/{member.pk}/"))


def test_the_list_of_differences_shows_old_and_new(member, office_town):
    done(office_town, mark, of(office_town, member))
    save(member, name="陶建生")
    assert "姓名：陶党生 → 陶建生" in shown(office_town, "/rekeying/differences/")


def test_progress_leads_down_to_the_branch(member, office_town, tree):
    assert "云桥东社区" in shown(office_town, "/rekeying/")
    response = client_of(office_town).get("/rekeying/", {"at": tree.branch.pk})
    assert response.url == f"/rekeying/branches/{tree.branch.pk}/"


def test_strangers_are_kept_out(member, office_other_town, secretary, tree):
    assert client_of(office_other_town).get(f"/rekeying/members/{member.pk}/").status_code == 404
    assert client_of(office_other_town).get("/rekeying/", {"at": tree.town.pk}).status_code == 404
    assert client_of(secretary).get("/rekeying/").status_code == 403


def test_the_workbook_is_in_the_order_of_the_screens_and_masked(member, office_town):
    answer = client_of(office_town).get("/rekeying/workbook/")
    sheet = load_workbook(BytesIO(answer.content)).active
    heads, row = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert heads[:2] + heads[5:6] + heads[-1:] == ["1 姓名", "2 性别", "6 籍贯（手工）", "录入日期"]
    assert (row[0], row[4], row[5]) == ("陶党生", "*" * 14 + id_of()[-4:], None)


@pytest.mark.parametrize("number", [1, 3])
def test_a_branch_page_costs_the_same_however_many_members(office_town, tree, number, django_assert_num_queries):
    for member in registered(tree.branch, *[f"陶{n}" for n in range(number)]):
        done(office_town, mark, of(office_town, member))
    client = client_of(office_town)
    client.get(f"/rekeying/branches/{tree.branch.pk}/")
    with django_assert_num_queries(6):
        client.get(f"/rekeying/branches/{tree.branch.pk}/")
