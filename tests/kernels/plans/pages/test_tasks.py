"""Dispatching, passing on, reporting, striking, withdrawing, from the page."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from jingwei.foundation.actions import writing
from jingwei.kernels.plans.actions import dispatching
from jingwei.kernels.plans.models import Report, Task
from jingwei.organizations.models import Responsibility

from ..conftest import words_of

ORDER = {
    "group": "chosen",
    "title": "再办一件",
    "detail": "",
    "amount": "1",
    "unit": "次",
    "comparator": "at_least",
    "period": "once",
    "spread": "each",
    "start_on": "2026-05-20",
    "due_on": "2026-06-30",
}


@pytest.fixture
def office(browser):
    return browser("office_town")


def test_a_duty_is_given_to_chosen_communities(office, world):
    data = {**ORDER, "chosen": [world.pk("community")], "clearance": world.pk("clearance")}
    answer = office.post("dispatch", world.pk("approved"), **data)
    assert answer["Location"] == f"/plans/duties/{world.pk('approved')}/tasks/"
    assert "已下达给1个单位" in words_of(office.client.get(answer["Location"]))


@pytest.mark.parametrize(("group", "number"), [("community", 2), ("branch", 4)])
def test_a_duty_is_given_to_a_whole_level(office, world, group, number):
    data = {**ORDER, "group": group, "clearance": world.pk("clearance")}
    office.post("dispatch", world.pk("approved"), **data)
    assert Task._base_manager.filter(title=ORDER["title"]).count() == number


def test_without_clearance_the_form_comes_back_with_the_clause_and_what_was_typed(office, world):
    answer = office.post("dispatch", world.pk("approved"), **ORDER, chosen=[world.pk("community")])
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "要先经区里准入" in page and "社区工作事项准入制度" in page and 'value="再办一件"' in page


@pytest.mark.parametrize(
    "changes",
    [
        {"title": ""},
        {"due_on": "2026-05-01"},
        {"chosen": []},
        {"amount": "-1"},
        {"chosen": ["99999"]},
        {"group": "nobody"},
    ],
)
def test_an_order_with_a_mistake_comes_back(office, world, changes):
    data = {**ORDER, "chosen": [world.pk("community")], **changes}
    answer = office.post("dispatch", world.pk("approved"), **data)
    assert (answer.status_code, "处要改" in words_of(answer)) == (422, True)


def test_a_forbidden_demand_is_refused_with_a_link_to_the_clause(office, world):
    data = {**ORDER, "detail": "各社区每天打卡。", "group": "community", "clearance": world.pk("clearance")}
    answer = office.post("dispatch", world.pk("approved"), **data)
    assert answer.status_code == 422
    assert "“打卡”属于不得向基层提出的要求" in words_of(answer)
    assert "/regulations/" in answer.content.decode().split("接下来")[0]


def test_the_form_starts_with_the_measure_it_was_opened_for(office, world):
    measure = world.approved.measures.model._base_manager.get(duty=world.approved)
    page = office.get("dispatch", world.pk("approved"), measure=measure.pk).content.decode()
    assert '<option value="quarter" selected>' in page and 'name="amount" value="1' in page


@pytest.mark.parametrize("measure", ["abc", "²", "999999999999999999999999", "-1"])
def test_an_address_that_names_no_measure_opens_the_plain_form(office, world, measure):
    assert office.get("dispatch", world.pk("approved"), measure=measure).status_code == 200


def test_the_form_says_what_communities_are_asked_already(office, world):
    assert "最多的一个每月约20分钟，额度480分钟" in words_of(office.get("dispatch", world.pk("approved")))


def test_a_task_is_passed_on_and_never_weaker(browser, world):
    secretary = browser("superior")
    data = {
        **ORDER,
        "chosen": [world.pk("branch")],
        "period": "quarter",
        "due_on": "2026-12-31",
        "start_on": "2026-05-20",
    }
    weaker = secretary.post("passing", world.pk("open"), **{**data, "period": "year"})
    assert (weaker.status_code, "频次不能低于上级要求" in words_of(weaker)) == (422, True)
    assert secretary.post("passing", world.pk("open"), **data)["Location"] == f"/plans/tasks/{world.pk('open')}/"
    assert "分解下达的任务" in words_of(secretary.get("task", world.pk("open")))


def test_a_branch_has_nobody_to_pass_on_to(browser, world):
    secretary = browser("secretary")
    assert "分解下达" not in words_of(secretary.get("task", world.pk("task")))
    assert "下面没有可以承办的单位" in words_of(secretary.get("passing", world.pk("task")))


def test_progress_is_reported_with_one_short_form(browser, world):
    secretary = browser("secretary")
    data = {"note": "又开了一次", "happened_on": "2026-05-20", "amount": "1"}
    assert secretary.post("reports", world.pk("task"), **data)["Location"] == f"/plans/tasks/{world.pk('task')}/"
    page = words_of(secretary.get("task", world.pk("task")))
    assert "又开了一次" in page and "进展已记下" in page and "填报进展" in page


def test_a_file_is_kept_with_the_report(browser, world):
    secretary, file = browser("secretary"), SimpleUploadedFile("纪要.txt", "议题".encode())
    data = {"note": "附纪要", "happened_on": "2026-05-20", "amount": "1", "upload": file}
    secretary.post("reports", world.pk("task"), **data)
    assert "佐证材料：纪要.txt" in words_of(secretary.get("task", world.pk("task")))


def test_a_late_entry_without_a_reason_comes_back_with_what_was_typed(browser, world, cast, acting):
    secretary = browser("secretary")
    with writing(reason="test"):
        Task._base_manager.filter(pk=world.pk("task")).update(start_on=date(2026, 4, 1))
    data = {"note": "早就开了", "happened_on": "2026-05-01", "amount": "1"}
    answer = secretary.post("reports", world.pk("task"), **data)
    page = words_of(answer)
    assert (answer.status_code, "属于补录" in page, "早就开了" in page) == (422, True, True)
    assert secretary.post("reports", world.pk("task"), **data, late_reason="停电").status_code == 302
    assert "补录原因：停电" in words_of(secretary.get("task", world.pk("task")))


@pytest.mark.parametrize("changes", [{"note": ""}, {"happened_on": "昨天"}, {"amount": ""}, {"amount": "很多"}])
def test_a_report_with_a_mistake_comes_back(browser, world, changes):
    data = {"note": "开了", "happened_on": "2026-05-20", "amount": "1", **changes}
    answer = browser("secretary").post("reports", world.pk("task"), **data)
    assert (answer.status_code, "处要改" in words_of(answer)) == (422, True)


def test_a_file_that_was_chosen_is_asked_for_again_when_the_form_comes_back(browser, world):
    file = SimpleUploadedFile("纪要.txt", "议题".encode())
    answer = browser("secretary").post("reports", world.pk("task"), happened_on="2026-05-20", amount="1", upload=file)
    assert "刚才选的佐证材料没有保存" in words_of(answer)


def test_a_wrong_report_is_struck_with_a_reason(browser, world):
    secretary = browser("secretary")
    assert secretary.post("striking", world.pk("report")).status_code == 422
    assert secretary.post("striking", world.pk("report"), reason="填错了").status_code == 302
    assert "作废：填错了" in words_of(secretary.get("task", world.pk("task")))
    assert Report._base_manager.get().struck_on == date(2026, 5, 20)


def test_a_task_is_withdrawn_by_who_gave_it(office, world):
    assert "撤回任务" in words_of(office.get("task", world.pk("task")))
    assert office.post("withdrawal", world.pk("task")).status_code == 302
    assert "已撤回" in words_of(office.get("task", world.pk("task")))
    again = office.post("withdrawal", world.pk("task"))
    assert (again.status_code, "任务已经撤回" in words_of(again)) == (422, True)


def test_a_task_is_tied_to_a_responsibility_and_listed_under_it(browser, world):
    with writing(reason="test"):
        own = Responsibility(organization=world.branch, kind="concrete", text="过好组织生活")
        own.save()
    secretary, pk = browser("secretary"), world.pk("task")
    assert "具体责任：过好组织生活" in words_of(secretary.get("responsibility", pk))
    assert secretary.post("responsibility", pk, responsibility=own.pk, version=world.task.version).status_code == 302
    page = words_of(secretary.get("responsibilities"))
    assert "过好组织生活" in page and world.task.title in page and "还没有对应的任务" not in page


def test_a_choice_that_was_overtaken_is_not_saved(browser, world):
    answer = browser("secretary").post("responsibility", world.pk("task"), responsibility="", version=99)
    assert answer.status_code == 409


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ({}, 2),
        ({"state": "all"}, 3),
        ({"state": "withdrawn"}, 1),
        ({"state": "under_way"}, 1),
        ({"state": "not_started"}, 1),
        ({"state": "soon"}, 1),
        ({"state": "done"}, 0),
        ({"q": "第一支部"}, 1),
        ({"q": "没有"}, 0),
        ({"state": "nonsense"}, 2),
    ],
)
def test_the_list_of_tasks_is_filtered(office, world, cast, acting, giving, query, number):
    (third,) = giving(world.town, title="不办了")
    with acting(cast.office_town):
        dispatching.withdraw(cast.office_town, third)
    page = office.get("tasks", **query).content.decode()
    assert page.count('<th scope="row">') == number


def test_who_may_act_is_shown_how_and_who_may_not_is_shown_nothing(browser, world):
    assert "填进展" in words_of(browser("secretary").get("task", world.pk("task")))
    assert "发督办单" in words_of(browser("office_district").get("task", world.pk("task")))
    page = words_of(browser("committee_member").get("task", world.pk("task")))
    assert "撤回任务" not in page and "发督办单" not in page


def test_a_step_that_is_not_open_yet_says_from_when_and_by_which_rule(office, world):
    page = words_of(office.get("task", world.pk("open")))
    assert "到2026年6月23日亮黄灯后才能发督办单" in page
