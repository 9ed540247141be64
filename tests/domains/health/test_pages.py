"""The pages of the check, and the workbook."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from jingwei.domains.health.actions import open_matter
from tests.cast import client_of
from tests.domains.health.conftest import done
from tests.domains.sending import sent, shown, text_of


def test_the_page_counts_by_kind_and_lists_with_the_article(tree, office_town):
    text = shown(office_town, "/health/")
    assert "4 处 没有党员" in text
    assert "云桥东社区第一支部" in text
    assert "第四条" in text
    assert "开整改事项" in text


def test_the_page_shows_one_kind_when_asked(tree, office_town):
    text = shown(office_town, "/health/", kind="term_missing")
    assert "没有登记届期，到期时提醒不了" in text
    assert "没有一名党员的组织关系在这里" not in text


def test_one_press_opens_a_matter(tree, office_town):
    response = sent(office_town, f"/health/{tree.branch.pk}/opening/", kind="empty")
    assert "整改事项已开给云桥东社区第一支部" in text_of(response)


def test_a_refused_press_says_why_on_the_page(tree, office_town):
    response = sent(office_town, f"/health/{tree.branch.pk}/opening/", kind="oversized")
    assert response.status_code == 422
    assert "现在没有查到“党员人数偏多”" in text_of(response)


def test_a_branch_sees_its_own_and_opens_nothing(tree, secretary):
    text = shown(secretary, "/health/")
    assert "没有一名党员的组织关系在这里" in text
    assert "开整改事项" not in text
    assert sent(secretary, f"/health/{tree.branch.pk}/opening/", kind="empty").status_code == 403


def test_another_organization_is_not_there(tree, secretary, office_town):
    assert client_of(secretary).get("/health/", {"at": tree.other_branch.pk}).status_code == 404
    assert client_of(secretary).get("/health/", {"at": tree.community.pk}).status_code == 403
    assert client_of(office_town).get("/health/", {"at": tree.other_branch.pk}).status_code == 200


@pytest.mark.parametrize("part", ["member", "handler", "auditor", "system_admin", "resident"])
def test_who_may_not_see_it_is_refused(tree, actor_for, part):
    assert client_of(actor_for(part)).get("/health/").status_code == 403


def test_a_matter_is_answered_and_closed_on_its_page(tree, secretary, office_town):
    matter = done(office_town, open_matter, tree.branch, kind="empty")
    page = f"/health/matters/{matter.pk}/"
    answered = sent(secretary, page, answer="已经核对", version=matter.version)
    assert "整改情况已送出" in text_of(answered)
    refused = sent(office_town, f"{page}closing/", note="")
    assert refused.status_code == 422
    assert "体检还能查到这个问题" in text_of(refused)
    closed = sent(office_town, f"{page}closing/", note="下月并入第二支部")
    assert "整改事项已办结" in text_of(closed)
    assert "没有整改事项" in shown(office_town, "/health/matters/")
    assert "没有党员" in shown(office_town, "/health/matters/", all="1")


def test_the_workbook_holds_what_the_page_holds(tree, office_town):
    answer = client_of(office_town).get("/health/workbook/")
    with ZipFile(BytesIO(answer.content)) as archive:
        words = archive.read("xl/sharedStrings.xml").decode()
    assert "云桥东社区第一支部" in words
    assert "云岭东社区第一支部" not in words
