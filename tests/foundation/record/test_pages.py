"""The record as pages: for whom it is, how it is searched, what an act says."""

import csv
import io

import pytest
from django.urls import reverse
from lxml import html

from jingwei.foundation.actions import action
from jingwei.foundation.record import selectors
from jingwei.foundation.record.models import Act
from jingwei.foundation.scope.reach import within
from jingwei.organizations.models import Organization, Unit
from tests.cast import client_of

from .conftest import register, rename


@action("unit.edit", title="换党组织")
def link_unit(actor, unit, /, *, organization):
    unit.party_organization = organization
    unit.is_resident = True
    unit.kind = "market"
    unit.save()
    return unit


@pytest.fixture
def unit(tree, secretary) -> Unit:
    return register(secretary, tree.branch, name="小学")


@pytest.fixture
def pages(auditor):
    return client_of(auditor)


def told(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("route", ["record:acts", "record:export"])
@pytest.mark.parametrize(
    ("who", "status"),
    [("auditor", 200), ("secretary", 403), ("office_city", 403), ("system_admin", 403), ("security_admin", 403)],
)
def test_the_record_is_for_the_auditor(actor_for, unit, route, who, status):
    assert client_of(actor_for(who)).get(reverse(route)).status_code == status


def test_a_visitor_is_led_to_the_login(client, unit):
    answer = client.get(reverse("record:acts"))
    assert answer.status_code == 302
    assert "login" in answer.url


def test_the_list_tells_who_through_which_post_what_and_on_what(pages, unit, secretary):
    page = told(pages.get(reverse("record:acts")))
    assert f"秦书明（{secretary.title}）" in page
    assert "登记单位" in page
    assert "小学" in page


def test_an_act_shows_before_and_after_in_the_words_of_the_field(pages, tree, unit, secretary):
    link_unit(secretary, unit, organization=tree.other_branch)
    act = Act._base_manager.last()
    page = told(pages.get(reverse("record:act", args=[act.pk])))
    for name, before, after in (
        ("类别", "学校", "商圈市场"),
        ("驻区共建单位", "否", "是"),
        ("党组织", "—", tree.other_branch.short_name),
    ):
        row = page[page.index(f'<th scope="row">{name}</th>') :]
        assert row.index(f">{before}<") < row.index(f">{after}<") < row.index("</tr>")


def test_a_new_row_and_a_deleted_one_are_called_so(pages, tree, unit, secretary):
    @action("unit.edit", title="删除单位")
    def remove(actor, unit, /):
        unit.delete()

    made = Act._base_manager.last()
    remove(secretary, unit)
    removed = Act._base_manager.last()
    assert f"新增：单位 第 {made.subject_pk} 号" in told(pages.get(reverse("record:act", args=[made.pk])))
    assert f"删除：单位 第 {made.subject_pk} 号" in told(pages.get(reverse("record:act", args=[removed.pk])))


def test_an_act_outside_the_reach_is_not_there(tree, unit, actor_for, auditor):
    act = Act._base_manager.last()
    act_of_elsewhere = register(actor_for("office_other_town"), tree.other_town, name="中学")
    with_reach = client_of(auditor).get(reverse("record:act", args=[act.pk]))
    assert with_reach.status_code == 200
    with within(tree.town.path):
        assert [one.subject_title for one in selectors.acts()] == ["小学"]
    with within(tree.other_town.path):
        assert [one.subject_title for one in selectors.acts()] == [act_of_elsewhere.name]


def titles(response) -> list[str]:
    return html.fromstring(response.content).xpath('//td[@data-label="对象"]/div/text()')


def onward(response) -> str:
    """Where the link to the next page leads; "" on the last one."""
    return "".join(html.fromstring(response.content).xpath('//a[@rel="next"]/@href'))


@pytest.fixture
def several(tree, secretary, superior, time_machine):
    for day, actor, name in ((1, secretary, "一"), (2, secretary, "二"), (2, superior, "三")):
        time_machine.move_to(f"2026-03-0{day}T00:00:00+08:00", tick=False)
        unit = register(actor, tree.branch, name=name)
    time_machine.move_to("2026-03-02T23:59:59+08:00", tick=False)
    rename(superior, unit, name="四")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["四", "三", "二", "一"]),
        ({"on": "2026-02-28"}, []),
        ({"on": "2026-03-01"}, ["一"]),
        ({"on": "2026-03-02"}, ["四", "三", "二"]),
        ({"on": "2026-03-03"}, []),
        ({"person": "秦"}, ["二", "一"]),
        ({"action": "record.rename"}, ["四"]),
        ({"on": "2026-03-02", "person": "尚", "action": "record.register"}, ["三"]),
        ({"on": "三月", "action": "没有"}, ["四", "三", "二", "一"]),
    ],
)
def test_acts_are_found_by_day_person_and_action(several, auditor, query, found):
    assert titles(client_of(auditor).get(reverse("record:acts"), query)) == found


@pytest.mark.parametrize(("number", "pages_needed"), [(1, 1), (2, 1), (3, 2), (5, 3)])
def test_the_list_is_turned_page_by_page(act, pages, monkeypatch, number, pages_needed):
    monkeypatch.setattr(selectors, "PAGE", 2)
    made = [f"第{one}个" for one in range(number) if act(f"第{one}个")]
    seen, href, turned = [], reverse("record:acts"), 0
    while href:
        response = pages.get(href)
        seen += titles(response)
        href, turned = reverse("record:acts") + onward(response) if onward(response) else "", turned + 1
    assert (seen, turned) == (made[::-1], pages_needed)


def test_a_page_keeps_the_filter_when_it_is_turned(several, monkeypatch, auditor):
    monkeypatch.setattr(selectors, "PAGE", 1)
    response = client_of(auditor).get(reverse("record:acts"), {"person": "秦"})
    assert "person=%E7%A7%A6" in onward(response)


def test_the_export_holds_the_same_acts_and_no_formula(tree, secretary, pages):
    for name in ("小学", "=1+1"):
        register(secretary, tree.branch, name=name)
    response = pages.get(reverse("record:export"))
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [row[5] for row in rows] == ["对象", "'=1+1", "小学"]
    assert response.headers["Content-Disposition"] == 'attachment; filename="acts.csv"'


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_the_same_number_of_queries_however_long(act, pages, number, django_assert_num_queries):
    for one in range(number):
        act(str(one))
    pages.get(reverse("record:acts"))
    with django_assert_num_queries(4):  # session, user, posts, acts
        pages.get(reverse("record:acts"))


def history(subject, tree) -> list[tuple[str, str]]:
    with within(tree.branch.path):
        return [(entry.who.split("（")[0], entry.what) for entry in selectors.history_of(subject)]


def test_a_row_tells_its_history_newest_first_with_the_columns_that_changed(tree, unit, secretary, superior):
    rename(superior, unit, name="中学")
    link_unit(secretary, unit, organization=tree.branch)
    assert history(unit, tree) == [
        ("秦书明", "换党组织：类别、驻区共建单位、党组织"),
        ("尚秋实", "改单位名称：名称"),
        ("秦书明", "登记单位"),
    ]
    assert history(tree.branch, tree) == [("秦书明", "登记单位")]
    assert history(Organization(pk=10**9), tree) == []


@pytest.mark.parametrize("number", [1, 3])
def test_a_history_is_one_query(tree, unit, secretary, number, django_assert_num_queries):
    for one in range(number - 1):
        rename(secretary, unit, name=str(one))
    with django_assert_num_queries(1):
        assert len(history(unit, tree)) == number
