"""Applying for clearance, deciding, and the ledger, from the page."""

import pytest

from jingwei.foundation.actions import writing
from jingwei.kernels.plans.models import Clearance
from jingwei.regulations.models import LocalValue

from ..conftest import words_of


@pytest.fixture
def form(world):
    return {
        "title": "助餐摸底",
        "basis": "区政府实事项目",
        "area": world.pk("town"),
        "audience": "all",
        "fields_text": "场地面积\n助餐老人数",
        "forms_count": "1",
        "minutes": "30",
        "period": "month",
        "starts_on": "2026-06-01",
        "until": "2026-12-31",
    }


DECISION = {"verdict": "grant", "decision": "同意", "until": "2026-12-31"}


def test_a_department_applies(browser, world, form):
    handler = browser("handler")
    answer = handler.post("ask", **form)
    made = Clearance._base_manager.get(title="助餐摸底")
    assert answer["Location"] == f"/plans/clearances/{made.pk}/"
    assert [str(field) for field in made.fields.model._base_manager.filter(clearance=made)] == [
        "场地面积",
        "助餐老人数",
    ]
    assert "待审核" in words_of(handler.get("clearance", made.pk))


def test_who_applies_sees_what_the_communities_are_asked_already(browser, world):
    page = words_of(browser("handler").get("ask"))
    assert "这些社区（村）本月已承担" in page and "联席会议情况" in page and "已在问：会议议题、议定事项" in page
    assert "党员名册" in page and "入党时间" in page


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"fields_text": "党员姓名"}, "“党员姓名”在党员名册里"),
        ({"fields_text": "议定事项"}, "云桥镇已经在收"),
        ({"demands": "打卡签到"}, "不得向基层提出的要求"),
        ({"title": "每周排名通报"}, "不得向基层提出的要求"),
    ],
)
def test_what_may_not_be_asked_is_refused_with_what_why_and_what_next(browser, world, form, changes, words):
    answer = browser("handler").post("ask", **{**form, **changes})
    page = words_of(answer)
    assert answer.status_code == 422
    assert words in page and "依据" in page and "接下来" in page and "区政府实事项目" in answer.content.decode()


@pytest.mark.parametrize(
    "changes", [{"title": ""}, {"minutes": "0"}, {"until": "2026-05-01"}, {"area": "99999"}, {"period": "day"}]
)
def test_an_application_with_a_mistake_comes_back(browser, world, form, changes):
    answer = browser("handler").post("ask", **{**form, **changes})
    assert (answer.status_code, "处要改" in words_of(answer)) == (422, True)


def test_the_form_starts_with_the_duty_it_was_opened_for(browser, world):
    page = browser("office_town").get("ask", duty=world.pk("approved")).content.decode()
    assert 'value="云桥镇2026年基层党建工作要点"' in page


@pytest.mark.parametrize("number", ["x", "0", "99999999999999999999"])
def test_an_address_that_names_no_duty_opens_the_plain_form(browser, world, number):
    assert browser("office_town").get("ask", duty=number).status_code == 200


def test_the_district_sees_the_weight_and_grants(browser, world):
    district = browser("office_district")
    page = words_of(district.get("clearance", world.pk("asked")))
    assert "加上这一件" in page and "联席会议情况" in page
    data = {**DECISION, "version": world.asked.version}
    assert district.post("clearance", world.pk("asked"), **data).status_code == 302
    assert "同意准入" in words_of(browser("secretary").get("clearance", world.pk("asked")))


def test_the_district_refuses(browser, world):
    data = {**DECISION, "verdict": "refuse", "decision": "已有记录", "version": world.asked.version}
    district = browser("office_district")
    assert district.post("clearance", world.pk("asked"), **data).status_code == 302
    assert "不予准入" in words_of(district.get("clearance", world.pk("asked")))


def test_a_decision_that_was_overtaken_is_shown_both_ways(browser, world):
    answer = browser("office_district").post("clearance", world.pk("asked"), **DECISION, version=99)
    assert answer.status_code == 409


def test_a_decision_with_a_mistake_comes_back(browser, world):
    answer = browser("office_district").post("clearance", world.pk("asked"), decision="同意")
    assert answer.status_code == 422


def test_only_the_district_decides(browser, world):
    assert browser("handler").post("clearance", world.pk("asked"), **DECISION).status_code == 403


def test_beyond_the_quota_the_district_says_why_and_everybody_sees_it(browser, world):
    with writing(reason="test"):
        LocalValue(
            path=world.town.path,
            key="burden.community_minutes_a_month",
            value="30",
            since="2026-01-01",
            basis="云桥镇减负清单",
            set_by="郑经办",
        ).save()
    district, pk = browser("office_district"), world.pk("asked")
    answer = district.post("clearance", pk, **DECISION)
    assert (answer.status_code, "超过30分钟的额度" in words_of(answer)) == (422, True)
    assert district.post("clearance", pk, **DECISION, over_quota_reason="民生急需").status_code == 302
    for page in (
        browser("secretary").get("burden"),
        browser("superior").get("community_burden", world.pk("community")),
    ):
        assert "民生急需" in words_of(page)


def test_an_application_is_taken_back_by_who_made_it(browser, world):
    handler = browser("handler")
    assert "撤回申请" in words_of(handler.get("clearance", world.pk("asked")))
    assert handler.post("clearance_withdrawal", world.pk("asked")).status_code == 302
    again = handler.post("clearance_withdrawal", world.pk("asked"))
    assert (again.status_code, "不能再改" in words_of(again)) == (422, True)


@pytest.mark.parametrize(("state", "number"), [("", 2), ("asked", 1), ("granted", 1), ("refused", 0), ("nonsense", 0)])
def test_the_list_is_cut_by_state(browser, world, state, number):
    page = browser("office_district").get("clearances", state=state).content.decode()
    assert page.count('<th scope="row">') == number


@pytest.mark.parametrize("month", ["2026-05", "2026-13", "x", ""])
def test_the_ledger_opens_for_any_month(browser, world, month):
    page = words_of(browser("office_town").get("burden", month=month))
    assert "2026年5月" in page and "20/480分钟" in page


def test_the_self_check_names_every_clause(browser, world):
    page = words_of(browser("office_town").get("self_check"))
    assert "符合" in page and "不符合" not in page
