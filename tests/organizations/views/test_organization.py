"""The page of one organization: what it is, who serves there, when the term is due, what happened."""

import re
from datetime import date

import pytest

from jingwei.foundation.actions import writing
from jingwei.organizations.actions.posts import add_responsibility, end_post, start_term
from jingwei.organizations.actions.reorganising import rename, revoke
from jingwei.organizations.choices import ResponsibilityKind, UnitKind
from jingwei.organizations.models import Change, Post, Responsibility, Term, Unit
from tests.cast import client_of
from tests.organizations.conftest import APPROVED, done

ELECTED = date(2021, 7, 1)
FORMS = ("establishment", "name", "place", "merger", "division", "revocation", "posts", "terms", "responsibilities")


def html_of(actor, organization) -> str:
    response = client_of(actor).get(f"/organizations/{organization.pk}/")
    assert response.status_code == 200
    return response.content.decode()


def text_of(actor, organization) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html_of(actor, organization)))


def term(organization, years=5) -> None:
    with writing(reason="test"):
        Term(organization=organization, number=3, since=ELECTED, years=years).save()


def test_the_page_says_what_it_is(office_town, tree):
    text = text_of(office_town, tree.branch)
    for words in ("党支部（代码 631）", "支部", "2020 年 1 月 1 日", "上级组织 云桥东社区"):
        assert words in text


def test_the_posts_are_shown_with_the_secretary_first(office_town, tree, member, committee_member, secretary):
    text = text_of(office_town, tree.branch)
    places = [text.index(name) for name in ("秦书明 书记 支部书记", "魏组平 组织委员", "陶党生 党员")]
    assert places == sorted(places)


def test_a_post_that_ended_is_not_shown(office_town, tree, secretary):
    done(office_town, end_post, Post._base_manager.get(pk=secretary.post_id), until=date(2026, 3, 1))
    assert "现在没有人任职" in text_of(office_town, tree.branch)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2025-12-31", "还有 182 天"),
        ("2026-01-01", "快届满 2026 年 1 月 1 日起进入提醒期"),
        ("2026-07-01", "快届满"),
        ("2026-07-02", "已届满"),
    ],
)
def test_the_term_is_warned_of_with_its_article(office_town, tree, time_machine, day, words):
    time_machine.move_to(f"{day}T09:00:00+08:00", tick=False)
    term(tree.branch)
    text = text_of(office_town, tree.branch)
    assert words in text
    assert "届满日期 2026 年 7 月 1 日" in text
    assert "《中国共产党支部工作条例（试行）》第二十一条" in text
    assert ("任期届满前 6 个月，由上级提醒" in text) is (day != "2025-12-31")


def test_a_term_of_the_wrong_length_is_pointed_out(office_town, tree):
    term(tree.branch, years=3)
    assert "登记的任期是 3 年，按规定是 5 年" in text_of(office_town, tree.branch)


def test_a_body_without_a_term_is_not_asked_for_one(office_town, office_district, tree):
    assert "还没有登记届期" in text_of(office_town, tree.branch)
    assert "届期" not in text_of(office_district, tree.department)


def test_a_responsibility_shows_its_owner_and_that_the_owner_left(office_town, tree, secretary):
    post = Post._base_manager.get(pk=secretary.post_id)
    kept = {"kind": ResponsibilityKind.CONCRETE, "text": "联系居民"}
    done(office_town, add_responsibility, tree.branch, **kept, owner=post)
    assert "联系居民 具体责任 秦书明" in text_of(office_town, tree.branch)
    done(office_town, end_post, post, until=date(2026, 3, 1))
    assert "秦书明 已离任，请另定" in text_of(office_town, tree.branch)


def test_the_tasks_of_the_responsibilities_are_a_link_away(office_town, tree):
    assert f'href="/plans/progress/{tree.branch.pk}/"' in html_of(office_town, tree.branch)


def test_units_are_shown_residents_first(office_town, tree):
    with writing(reason="test"):
        Unit(organization=tree.community, name="乙超市", kind=UnitKind.MARKET).save()
        Unit(organization=tree.community, name="甲小学", kind=UnitKind.SCHOOL, is_resident=True).save()
    text = text_of(office_town, tree.community)
    assert text.index("甲小学 学校 驻区共建单位") < text.index("乙超市 商圈市场")


def test_the_history_is_told_newest_first(office_town, tree):
    for number, name in enumerate(("甲支部", "乙支部"), 1):
        approved = {"on": date(2026, number, 1), "basis": f"〔2026〕{number}号"}
        done(office_town, rename, tree.branch.fresh(), name=name, short_name=name, **approved)
    text = text_of(office_town, tree.branch)
    assert text.index("由“甲支部”更名为“乙支部”") < text.index("更名为“甲支部”")
    assert "组织更名" in text, "and the acts of the record"


def test_what_was_revoked_keeps_its_page(office_town, tree):
    done(office_town, revoke, tree.branch, **APPROVED)
    html = html_of(office_town, tree.branch)
    assert "已于 2026 年 3 月 1 日 撤销" in html
    assert "/revocation/" not in html


def shown_forms(actor, organization) -> list[str]:
    html = html_of(actor, organization)
    return [form for form in FORMS if f"/organizations/{organization.pk}/{form}/" in html]


def test_only_what_one_may_do_is_offered(office_town, secretary, tree):
    assert shown_forms(office_town, tree.community) == list(FORMS)
    assert shown_forms(office_town, tree.town) == [
        form for form in FORMS if form not in ("place", "merger", "division", "revocation")
    ]
    assert shown_forms(secretary, tree.branch) == []


def test_of_those_above_one_sees_what_they_are_and_answer_for(secretary, office_town, tree):
    done(office_town, add_responsibility, tree.town, kind=ResponsibilityKind.DIRECT, text="抓好居村党建")
    text = text_of(secretary, tree.town)
    assert "抓好居村党建" in text
    assert "现任岗位" not in text


def test_a_handler_sees_no_posts(handler, tree):
    assert "现任岗位" not in text_of(handler, tree.department)


def test_a_stranger_does_not_find_it(neighbour, tree):
    assert client_of(neighbour).get(f"/organizations/{tree.branch.pk}/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_more_of_everything_costs_no_more_queries(office_town, tree, django_assert_num_queries, rows):
    with writing(reason="test"):
        for n in range(rows):
            place = {"organization": tree.community}
            Unit(**place, name=f"单位{n}", kind=UnitKind.SCHOOL, party_organization=tree.branch).save()
            post = Post(**place, user=office_town.user, role="member", duty="DY", since=date(2024, 1, 1 + n))
            post.until = date(2090, 1, 1)
            post.save()
            Responsibility(**place, kind=ResponsibilityKind.FIRST, text="一", owner=post).save()
            Change(
                **place, path=tree.community.path, kind="rename", on=date(2024, 1, 1 + n), basis="x", note="y"
            ).save()
    done(office_town, start_term, tree.community, number=1, since=date(2024, 1, 1), years=5)
    client = client_of(office_town)
    address = f"/organizations/{tree.community.pk}/"
    client.get(address)
    with django_assert_num_queries(15):
        client.get(address)
