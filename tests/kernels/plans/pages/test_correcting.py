"""Correcting a draft page by page, and approving it."""

import pytest

from jingwei.kernels.plans.actions import reviewing
from jingwei.kernels.plans.models import Duty, Item, Measure, Plan

from ..conftest import words_of

MEASURE = {"subject": "走访", "comparator": "at_least", "value": "2", "unit": "次", "period": "month"}


@pytest.fixture
def office(browser):
    return browser("office_town")


def test_a_correction_is_saved_and_comes_back_to_its_place(office, world):
    answer = office.post("duty", world.pk("duty"), text="改过的话", actors="各村", version=world.duty.version)
    assert answer["Location"] == f"/plans/{world.pk('draft')}/review/#piece-duty-{world.pk('duty')}"
    assert world.duty.fresh().text == "改过的话"


def test_a_correction_that_was_overtaken_shows_both_texts_and_loses_nothing(office, world, cast, acting):
    seen = world.duty.version
    with acting(cast.office_town):
        reviewing.edit_duty(cast.office_town, world.duty.fresh(), text="别人改的", actors="")
    answer = office.post("duty", world.pk("duty"), text="我改的", actors="", version=seen)
    page = words_of(answer)
    assert (answer.status_code, "别人改的" in page, "我改的" in page) == (409, True, True)
    assert world.duty.fresh().text == "别人改的"
    again = office.post("duty", world.pk("duty"), text="我改的", actors="", version=seen + 1)
    assert (again.status_code, world.duty.fresh().text) == (302, "我改的")


@pytest.mark.parametrize(
    ("route", "row", "data"),
    [
        ("heading", "draft", {"title": "", "year": "2026"}),
        ("item", "item", {"title": ""}),
        ("new_item", "chapter", {"title": ""}),
        ("duty", "duty", {"text": ""}),
        ("new_duty", "item", {"text": ""}),
        ("split", "duty", {}),
        ("measure", "measure", {**MEASURE, "comparator": "range"}),
        ("new_measure", "duty", {**MEASURE, "comparator": "range", "value": "5", "upper": "3"}),
    ],
)
def test_a_form_with_a_mistake_comes_back(office, world, route, row, data):
    answer = office.post(route, world.pk(row), **data)
    assert (answer.status_code, "处要改" in words_of(answer)) == (422, True)


def test_the_heading_of_the_plan_is_corrected(office, world):
    data = {"title": "新标题", "year": "2027", "issuer": "云桥镇党委"}
    assert office.post("heading", world.pk("draft"), **data, version=world.draft.version).status_code == 302
    assert (world.draft.fresh().title, world.draft.fresh().year) == ("新标题", 2027)


def test_an_item_is_corrected_and_one_is_added(office, world):
    assert (
        office.post("item", world.pk("item"), number="九", title="改过", version=world.item.version).status_code == 302
    )
    office.post("new_item", world.pk("chapter"), number="", title="漏读的")
    assert str(world.item.fresh()) == "九、改过"
    assert Item._base_manager.filter(title="漏读的").count() == 1


def test_a_duty_is_added_split_merged_dropped_and_restored(office, world):
    pk = world.pk("duty")
    office.post("new_duty", world.pk("item"), text="后加的一件事", actors="")
    cut = world.duty.text.index("，") + 1
    assert "‖" in words_of(office.get("split", pk))
    assert office.post("split", pk, at=cut, version=world.duty.version).status_code == 302
    assert Duty._base_manager.filter(item=world.item).count() == 3
    assert office.post("merge", pk).status_code == 302
    assert Duty._base_manager.filter(item=world.item).count() == 2
    office.post("drop", pk)
    assert Duty._base_manager.get(pk=pk).is_dropped is True
    assert "不作为任务" in words_of(office.get("review", world.pk("draft")))
    office.post("restore", pk)
    assert Duty._base_manager.get(pk=pk).is_dropped is False


def test_merging_the_last_duty_is_refused_with_a_reason(office, world):
    answer = office.post("merge", world.pk("duty"))
    assert (answer.status_code, "后面没有可以合并的职责" in words_of(answer)) == (422, True)


def test_a_measure_is_added_corrected_and_removed(office, world):
    office.post("new_measure", world.pk("duty"), **MEASURE)
    added = Measure._base_manager.get(subject="走访")
    linked = {**MEASURE, "figure": "members.members", "parameter": "meetings.branch_congress_per_quarter"}
    assert office.post("measure", added.pk, **linked, version=added.version).status_code == 302
    assert (added.fresh().figure, added.fresh().parameter) == ("members.members", linked["parameter"])
    page = words_of(office.get("review", world.pk("draft")))
    assert "系统自动统计" in page and "有法规依据" in page
    assert office.post("measure_removal", added.pk).status_code == 302
    assert not Measure._base_manager.filter(pk=added.pk).exists()


def test_a_blank_is_marked_and_stops_the_approval(office, world):
    office.post("new_measure", world.pk("duty"), **{**MEASURE, "value": ""})
    assert "还有1处空白要填" in words_of(office.get("review", world.pk("draft")))
    answer = office.post("approval", world.pk("draft"))
    page = words_of(answer)
    assert (answer.status_code, "还有1处空白没有填数" in page, "接下来" in page) == (422, True, True)


def test_a_draft_is_approved_and_leads_to_its_page(office, world):
    answer = office.post("approval", world.pk("draft"))
    assert answer["Location"] == f"/plans/{world.pk('draft')}/"
    page = words_of(office.get("plan", world.pk("draft")))
    assert "已审定" in page and "审定工作要点" in page


def test_an_approved_plan_is_not_corrected(office, world):
    duty = world.approved
    answer = office.post("duty", duty.pk, text="偷偷改", actors="", version=duty.version)
    assert (answer.status_code, "要点已经审定" in words_of(answer)) == (422, True)


def test_a_plan_is_revised_and_the_revision_approved(office, world):
    draft = office.post("revision", world.pk("plan"))["Location"]
    assert "这是修订稿" in words_of(office.client.get(draft))
    revision = Plan._base_manager.get(revises=world.plan)
    assert office.post("approval", revision.pk).status_code == 302
    assert "已被修订替代" in words_of(office.get("plan", world.pk("plan")))
    assert "第1次修订" in words_of(office.get("plans"))


def test_a_second_revision_is_refused_on_the_plans_page(office, world):
    office.post("revision", world.pk("plan"))
    answer = office.post("revision", world.pk("plan"))
    assert (answer.status_code, "已经有一份修订稿" in words_of(answer)) == (422, True)
