"""A roster comes in: checked, shown, confirmed, written, mended, undone."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from jingwei.foundation.actions import writing
from jingwei.foundation.record.models import Act
from jingwei.foundation.scope.reach import reaching
from jingwei.foundation.spreadsheets.choices import Stage
from jingwei.foundation.spreadsheets.models import Intake, StagedRow
from jingwei.foundation.spreadsheets.selectors.intakes import origin_of
from jingwei.members.models import Fact, Member, NameWord
from tests.cast import client_of
from tests.members.registers.sheets import HEADS, confirmed, id_number, person, pressed, sent, sheet

# Whole imports take seconds, so `make check` leaves them to `make test`.
pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def office(office_town):
    return client_of(office_town)


def counts(intake: Intake) -> tuple[int, int, int, int, int]:
    return intake.read, intake.created, intake.updated, intake.unchanged, intake.rejected


def test_a_right_row_becomes_a_member(office, tree):
    intake = sent(office, sheet(person("秦书明")))
    assert (intake.stage, counts(intake)) == (Stage.CHECKED, (1, 1, 0, 0, 0))
    assert Member._base_manager.count() == 0  # nothing is written before it is confirmed
    intake = confirmed(office, intake)
    assert (intake.stage, counts(intake)) == (Stage.DONE, (1, 1, 0, 0, 0))
    member = Member._base_manager.get()
    assert (member.name, member.path, member.gender, member.education) == ("秦书明", tree.branch.path, "1", "21")
    assert member.phone.open() == "13800000001"
    assert member.id_number.open() == id_number("19800102", 1)
    assert NameWord._base_manager.filter(word="qinshuming", member=member).exists()


def test_a_member_tells_who_imported_the_row(office, office_town, tree):
    confirmed(office, sent(office, sheet(person("秦书明"), person("陶党生", 2))))
    member = Member._base_manager.get(name="陶党生")
    with reaching(office_town.reach()):
        origin = origin_of("members.Member", member.pk)
        nobody = origin_of("members.Member", 10**6)
    assert (origin.who, origin.number, nobody) == ("郑经办（云桥镇 工作人员）", 3, None)
    assert str(origin).endswith("由郑经办（云桥镇 工作人员）导入（第 3 行）")


def test_the_page_of_a_member_says_who_imported_the_row(office, secretary, tree):
    intake = confirmed(office, sent(office, sheet(person("秦书明"), person("陶党生", 2))))
    address = reverse("members:member", args=[Member._base_manager.get(name="陶党生").pk])
    words = "由郑经办（云桥镇 工作人员）导入（第 3 行）"
    shown = office.get(address).content.decode()
    assert (words in shown, reverse("spreadsheets:intake", args=[intake.pk]) in shown) == (True, True)
    below = client_of(secretary).get(address).content.decode()  # the import of the town is not the branch's to see
    assert ("陶党生" in below, words in below) == (True, False)


def test_each_chunk_is_an_act_of_who_confirmed_it(office, office_town, tree):
    confirmed(office, sent(office, sheet(person("秦书明"), person("陶党生", 2))))
    act = Act._base_manager.filter(action="spreadsheets.apply_chunk").get()
    assert (act.user, act.title) == (office_town.user, "导入名册")
    assert '"rows":2' in act.changes


def test_the_same_roster_again_changes_nothing(office, tree):
    confirmed(office, sent(office, sheet(person("秦书明"), person("陶党生", 2))))
    again = sent(office, sheet(person("秦书明"), person("陶党生", 2), heads=HEADS[::-1]))
    assert counts(again) == (2, 0, 0, 2, 0)
    assert Member._base_manager.count() == 2


def test_the_same_file_again_leads_to_the_same_import(office, tree):
    content = sheet(person("秦书明"))
    assert sent(office, content) == sent(office, content, name="名册2.csv")
    assert Intake._base_manager.count() == 1


def test_a_change_is_shown_from_what_to_what_and_keeps_the_old(office, tree):
    confirmed(office, sent(office, sheet(person("秦书明"))))
    intake = sent(office, sheet(person("秦书明", 学历="大学专科毕业", 手机号码="13900000009")))
    row = StagedRow._base_manager.get(intake=intake)
    assert (row.outcome, row.told) == (
        "c",
        '[["学历","大学本科毕业","大学专科毕业"],["手机号码","138****0001","139****0009"]]',
    )
    confirmed(office, intake)
    member = Member._base_manager.get()
    assert (member.education, member.phone.open(), member.version) == ("31", "13900000009", 2)
    facts = Fact._base_manager.filter(member=member, kind="education").order_by("id")
    assert [(fact.value, fact.basis) for fact in facts] == [("21", ""), ("21", f"导入第 {intake.pk} 号名册")]


def test_a_blank_cell_leaves_what_is_there(office, tree):
    confirmed(office, sent(office, sheet(person("秦书明"))))
    assert counts(sent(office, sheet(person("秦书明", 手机号码="", 转正日期="")))) == (1, 0, 0, 1, 0)


def test_a_masked_number_that_comes_back_changes_nothing(office, tree):
    confirmed(office, sent(office, sheet(person("秦书明"))))
    book = load_workbook(BytesIO(office.get(reverse("spreadsheets:export_members")).content))
    cells = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert "138****0001" in cells and "13800000001" not in cells
    content = BytesIO()
    book.save(content)
    assert counts(sent(office, content.getvalue(), name="导出.xlsx")) == (1, 0, 0, 1, 0)


def test_a_masked_number_registers_nobody(office, tree):
    intake = sent(office, sheet(person("秦书明", 公民身份号码="**************0011")))
    assert counts(intake) == (1, 0, 0, 0, 1)
    assert "隐去的内容，不能用来登记新党员" in StagedRow._base_manager.get().told


def test_mended_rows_go_on_with_the_same_import(office, tree):
    intake = sent(office, sheet(person("秦书明"), person("陶党生", 2, 学历="博士后学位"), person("邻友和", 3)))
    assert counts(intake) == (3, 2, 0, 0, 1)
    confirmed(office, intake)
    answer = office.get(reverse("spreadsheets:errors", args=[intake.pk]))
    book = load_workbook(BytesIO(answer.content))
    (place,) = [(row, cell) for row in book.worksheets[0].iter_rows() for cell in row if cell.value == "博士后学位"]
    place[1].value = "博士研究生毕业"
    content = BytesIO()
    book.save(content)
    mended = sent(office, content.getvalue(), name="改好.xlsx")
    assert (mended, mended.stage, counts(mended)) == (intake, Stage.CHECKED, (3, 3, 0, 0, 0))
    mended = confirmed(office, mended)
    assert (mended.stage, counts(mended)) == (Stage.DONE, (3, 3, 0, 0, 0))
    assert sorted(Member._base_manager.values_list("name", flat=True)) == ["秦书明", "邻友和", "陶党生"]
    assert sent(office, content.getvalue(), name="再来.xlsx") == intake
    assert Member._base_manager.count() == 3


def test_a_whole_import_is_undone(office, tree):
    confirmed(office, sent(office, sheet(person("秦书明"))))
    before = Member._base_manager.values().get()
    second = sheet(person("秦书明", 学历="大学专科毕业", 手机号码="13900000009"), person("陶党生", 2))
    intake = confirmed(office, sent(office, second))
    assert (Member._base_manager.count(), counts(intake)) == (2, (2, 1, 1, 0, 0))
    intake = pressed_undo(office, intake)
    assert intake.stage == Stage.UNDONE
    after = Member._base_manager.values().get()
    assert {name: value for name, value in after.items() if name != "version"} == {
        name: value for name, value in before.items() if name != "version"
    }
    assert Fact._base_manager.count() == 0
    assert set(NameWord._base_manager.values_list("member_id", flat=True)) == {after["id"]}


def pressed_undo(client, intake: Intake) -> Intake:
    page = client.get(reverse("spreadsheets:undoing", args=[intake.pk]))
    assert "撤销导入" in page.content.decode()
    return pressed(client, intake, "undoing", page=page)


def test_an_import_whose_row_was_touched_is_not_undone_and_says_which(office, tree):
    intake = confirmed(office, sent(office, sheet(person("秦书明"), person("陶党生", 2))))
    member = Member._base_manager.get(name="陶党生")
    with writing(reason="test"):
        member.workplace = "云桥镇中学教师"
        member.save()
    page = office.get(reverse("spreadsheets:undoing", args=[intake.pk])).content.decode()
    assert "陶党生" in page and "导入以后又改过" in page and "秦书明" not in page
    intake = pressed(office, intake, "undoing")
    assert (intake.stage, Member._base_manager.count()) == (Stage.DONE, 2)
