"""The pages of imports: who may enter, what is shown, how many queries a list takes."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import IntegrityError
from django.urls import reverse
from openpyxl import load_workbook

from jingwei.foundation.actions import writing
from jingwei.foundation.clock import now
from jingwei.foundation.spreadsheets.actions.erasing import erase
from jingwei.foundation.spreadsheets.choices import Outcome, Stage
from jingwei.foundation.spreadsheets.models import Intake, Original, StagedRow
from jingwei.foundation.spreadsheets.registers import registers
from jingwei.members.models import Member
from jingwei.organizations.models import Post
from tests.cast import BEGINNING, client_of
from tests.members.registers.sheets import confirmed, person, pressed, request_key, sent, sheet, work_off

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office(office_town):
    return client_of(office_town)


def words(client, route: str, *arguments) -> str:
    return client.get(reverse(route, args=arguments)).content.decode()


@pytest.mark.parametrize("key", ["organizations", "units", "members", "posts"])
def test_a_template_has_the_columns_of_its_register_in_order(office, key):
    book = load_workbook(BytesIO(office.get(reverse("spreadsheets:template", args=[key])).content))
    cells = [str(cell.value or "").strip("*＊ ") for row in book.worksheets[0].iter_rows() for cell in row]
    titles = [column.title for column in registers()[key].table.columns]
    first = cells.index(titles[0])
    assert cells[first : first + len(titles)] == titles


def test_a_register_that_is_not_there_is_not_found(office):
    assert office.get(reverse("spreadsheets:sending", args=["nothing"])).status_code == 404


def test_an_import_of_another_town_is_not_found(office, office_other_town, tree):
    intake = sent(office, sheet(person("秦书明")))
    stranger = client_of(office_other_town)
    assert office.get(reverse("spreadsheets:intake", args=[intake.pk])).status_code == 200
    assert stranger.get(reverse("spreadsheets:intake", args=[intake.pk])).status_code == 404


def test_a_file_that_is_no_table_is_refused_at_once(office, tree):
    page = office.get(reverse("spreadsheets:sending", args=["members"]))
    key = page.content.decode().split('name="request_key" value="')[1].split('"')[0]
    data = {"upload": BytesIO(b"%PDF-1.7"), "request_key": key}
    data["upload"].name = "名册.pdf"
    answer = office.post(reverse("spreadsheets:sending", args=["members"]), data)
    assert answer.status_code == 422
    assert "只能上传 Excel 表格" in answer.content.decode()


def test_a_file_that_cannot_be_read_says_why(office, tree):
    intake = sent(office, b"\x50\x4b\x03\x04 no workbook", name="名册.xlsx")
    assert (intake.stage, intake.read) == (Stage.REFUSED, 0)
    assert intake.refusal in words(office, "spreadsheets:intake", intake.pk)


def test_the_preview_says_row_column_value_reason_and_suggestion(office, tree):
    intake = sent(office, sheet(person("秦书明"), person("陶党生", 2, 性别="外星人")))
    told = words(office, "spreadsheets:intake", intake.pk)
    assert all(word in told for word in ("第 3 行", "性别", "外星人", "的列表里", "有误", "确认导入 1 行"))
    wrong = office.get(reverse("spreadsheets:intake", args=[intake.pk]) + "?tab=wrong").content.decode()
    assert "陶党生" in wrong and "秦书明" not in wrong


def test_a_wrong_secret_is_masked_in_the_preview(office, tree):
    intake = sent(office, sheet(person("秦书明", 公民身份号码="990000198001020001")))
    row = StagedRow._base_manager.get(intake=intake)
    assert row.outcome == Outcome.WRONG
    assert "990000198001020001" not in row.told + words(office, "spreadsheets:intake", intake.pk)


def test_the_totals_of_the_report_add_up(office, tree):
    confirmed(office, sent(office, sheet(person("邻友和", 9))))
    rows = (person("秦书明"), person("陶党生", 2, 性别="外星人"), person("邻友和", 9), person("尚秋实", 3))
    intake = confirmed(office, sent(office, sheet(*rows)))
    assert "4 = 2 + 0 + 1 + 1" in words(office, "spreadsheets:intake", intake.pk)


def test_what_was_given_up_writes_nothing(office, tree):
    intake = pressed(office, sent(office, sheet(person("秦书明"))), "dropping")
    assert (intake.stage, Member._base_manager.count()) == (Stage.DROPPED, 0)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_rows_takes_the_same_queries(office, tree, rows, django_assert_num_queries):
    intake = sent(office, sheet(*(person("秦书明", order) for order in range(rows))))
    office.get(reverse("spreadsheets:intake", args=[intake.pk]))
    with django_assert_num_queries(7):
        office.get(reverse("spreadsheets:intake", args=[intake.pk]))


def test_the_counts_of_an_intake_must_add_up_in_the_database(office_town):
    values = {"path": office_town.path, "register": "members", "person": office_town.user, "sent_at": now()}
    with writing(reason="test"), pytest.raises(IntegrityError):
        Intake(**values, read=2).save()


def test_who_lost_the_post_imports_nothing_more(office, office_town, office_district, tree):
    intake = sent(office, sheet(person("秦书明")))
    page = office.get(reverse("spreadsheets:intake", args=[intake.pk]))
    data = {"request_key": request_key(page)}
    assert office.post(reverse("spreadsheets:confirmation", args=[intake.pk]), data).status_code == 302
    with writing(reason="test"):
        Post._base_manager.filter(pk=office_town.post_id).update(until=BEGINNING)
    work_off()
    intake.refresh_from_db()
    assert (intake.stage, Member._base_manager.count()) == (Stage.CHECKED, 0)
    assert confirmed(client_of(office_district), intake).stage == Stage.DONE
    assert Member._base_manager.count() == 1


@pytest.mark.parametrize(("days", "left"), [(6, 1), (7, 0)])
def test_the_file_and_its_values_are_erased_when_nothing_can_be_undone(office, tree, days, left):
    intake = confirmed(office, sent(office, sheet(person("秦书明"))))
    with writing(reason="test"):
        intake.applied_at = now() - timedelta(days=days, minutes=1)
        intake.save()
    erase()
    row = StagedRow._base_manager.get(intake=intake)
    assert (Original._base_manager.count(), bool(row.values), bool(row.secrets)) == (left, bool(left), bool(left))
    assert row.target == Member._base_manager.get().pk
    page = office.get(reverse("spreadsheets:undoing", args=[intake.pk])).content.decode()
    assert ("现在不能撤销" in page) is (left == 0)
