"""The home page: what must be done, by when, one button."""

from datetime import date

import pytest

from jingwei.domains.desk.selectors import home, ways
from jingwei.kernels.plans.actions import dispatching, progress, supervising
from tests.kernels.plans.conftest import TODAY, words_of


@pytest.fixture
def given(cast, giving, clearance):
    """Two tasks of the branch: one due in five days, one at the end of June."""
    soon, later = (
        giving(cast.tree.branch, clearance=clearance, title=title, period="once", due_on=due_on)[0]
        for title, due_on in (("近的", date(2026, 5, 25)), ("远的", date(2026, 6, 30)))
    )
    return soon, later


TALK = ("本月谈心谈话", "todo", "去登记")  # waits for every head of a branch until one was had this month


def every_due(cast, acting, part="secretary", on=TODAY):
    with acting(getattr(cast, part)):
        return [(due.title, due.kind, due.do_text) for due in home(getattr(cast, part), on=on)["dues"]]


def dues(cast, acting, part="secretary", on=TODAY):
    """All but the talk of the month."""
    return [due for due in every_due(cast, acting, part, on) if due != TALK]


def test_the_registers_add_what_waits_in_them(cast, acting, given):
    assert every_due(cast, acting)[1:] == [TALK, ("远的", "todo", "填进展")]


def test_the_earliest_comes_first_each_with_one_button(cast, acting, given):
    assert dues(cast, acting) == [("近的", "soon", "填进展"), ("远的", "todo", "填进展")]


@pytest.mark.parametrize(("on", "kind"), [(date(2026, 5, 25), "soon"), (date(2026, 5, 26), "late")])
def test_what_is_late_says_so(cast, acting, given, on, kind):
    assert dues(cast, acting, on=on)[0] == ("近的", kind, "填进展")


@pytest.mark.parametrize(("on", "titles"), [(date(2026, 5, 15), 1), (date(2026, 5, 16), 2), (date(2026, 5, 17), 2)])
def test_what_is_due_within_forty_five_days_is_listed(cast, acting, given, on, titles):
    assert len(dues(cast, acting, on=on)) == titles


def test_a_committee_member_may_report_and_a_neighbour_sees_nothing(cast, acting, given):
    assert [do for _, _, do in dues(cast, acting, "committee_member")] == ["填进展", "填进展"]
    assert dues(cast, acting, "neighbour") == []


def test_what_is_done_is_folded_away(cast, acting, given):
    with acting(cast.secretary):
        progress.report(cast.secretary, given[0], happened_on=TODAY, note="办完", amount=1)
        facts = home(cast.secretary, on=TODAY)
    left = [due.title for due in facts["dues"] if due.title != TALK[0]]
    assert (left, facts["done"]) == (["远的"], [given[0]])


def test_what_was_withdrawn_is_gone(cast, acting, given):
    with acting(cast.office_town):
        supervising.issue(cast.office_town, given[0], reason="请说明", reply_due_on=TODAY)
        assert len(dues(cast, acting)) == 3
        dispatching.withdraw(cast.office_town, given[0].fresh())
    assert [title for title, _, _ in dues(cast, acting)] == ["远的"]


@pytest.mark.parametrize(("on", "kind"), [(TODAY, "soon"), (date(2026, 5, 21), "late")])
def test_a_notice_is_answered_from_home(cast, acting, given, on, kind):
    with acting(cast.office_town):
        supervising.issue(cast.office_town, given[0], reason="请说明", reply_due_on=TODAY)
    assert dues(cast, acting, on=on)[0] == ("回复督办：近的", kind, "去回复")


def test_an_answer_waits_for_who_asked(cast, acting, given):
    with acting(cast.office_town):
        notice = supervising.issue(cast.office_town, given[0], reason="请说明", reply_due_on=TODAY)
    with acting(cast.secretary):
        supervising.reply(cast.secretary, notice, text="快了")
    assert [title for title, _, _ in dues(cast, acting)] == ["近的", "远的"]
    assert dues(cast, acting, "office_town") == [("办结督办：近的", "todo", "去办结")]


def test_the_district_finds_what_waits_for_its_decision(cast, acting, asking):
    asking()
    assert dues(cast, acting, "office_district") == [("审核准入申请：联席会议情况", "todo", "去审核")]
    assert dues(cast, acting, "office_city") == []


def test_the_town_finds_its_own_draft(cast, acting, draft):
    assert dues(cast, acting, "office_town") == [("核对并审定：云桥镇2026年基层党建工作要点", "todo", "去核对")]
    assert dues(cast, acting, "office_district") == []


@pytest.mark.parametrize(
    ("part", "titles"),
    [
        ("member", ["我的信息", "工作要点", "法规"]),
        ("resident", ["我的信息", "法规"]),
        ("auditor", ["法规", "操作记录", "查看记录"]),
        ("system_admin", ["法规", "工作日历", "后台事项"]),
        ("security_admin", ["法规", "账号", "预警"]),
    ],
)
def test_who_has_no_tasks_is_shown_where_to_go(cast, browser, part, titles):
    assert [title for title, _, _ in ways(getattr(cast, part))] == titles
    answer = browser(part).client.get("/")
    assert (answer.status_code, all(title in words_of(answer) for title in titles)) == (200, True)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("secretary", "要办3件"),
        ("superior", "眼下没有要办的事"),
        ("office_town", "下级进展"),
        ("office_district", "云桥镇0/2已完成"),
        ("handler", "眼下没有要办的事"),
    ],
)
def test_the_page_opens_for_everybody(browser, given, part, words):
    answer = browser(part).client.get("/")
    assert (answer.status_code, words in words_of(answer)) == (200, True)


def test_a_visitor_is_led_to_the_login(browser, db):
    assert browser(None).client.get("/").status_code == 302
