"""The pages of a handover, up to the request in which the old rights are gone."""

from io import BytesIO

import pytest
from docx import Document

from jingwei.domains.handover.actions import give, give_instead, prepare, withdraw
from jingwei.domains.handover.models import Handover
from tests.cast import client_of
from tests.domains.handover.conftest import done, post_of
from tests.domains.sending import sent, shown, text_of


def test_a_secretary_makes_the_pack_in_one_press(secretary, next_secretary):
    assert "交接我的岗位" in shown(secretary, "/handover/")
    made = sent(
        secretary, f"/handover/posts/{secretary.post_id}/", keys="公章在保险柜", successor=next_secretary.post_id
    )
    text = text_of(made)
    assert "交接包已生成" in text
    assert "公章在保险柜" in text
    assert "确认移交" in text
    assert Handover._base_manager.get().successor_id == next_secretary.post_id


def test_the_old_rights_end_with_the_next_request(pack, secretary, next_secretary, tree):
    old = client_of(secretary)
    assert old.get(f"/organizations/{tree.branch.pk}/").status_code == 200
    sent(secretary, f"/handover/{pack.pk}/giving/")
    assert old.get(f"/organizations/{tree.branch.pk}/").status_code == 200
    taken = sent(next_secretary, f"/handover/{pack.pk}/taking/")
    assert "原岗位同时结束" in text_of(taken)
    assert old.get(f"/organizations/{tree.branch.pk}/").status_code == 403
    assert client_of(next_secretary).get(f"/organizations/{tree.branch.pk}/").status_code == 200


def test_the_superior_gives_the_word_with_a_reason_only(pack, office_town):
    refused = sent(office_town, f"/handover/{pack.pk}/giving-instead/", reason="")
    assert refused.status_code == 422
    assert "本人已调离" in text_of(sent(office_town, f"/handover/{pack.pk}/giving-instead/", reason="本人已调离"))


def test_the_page_offers_each_only_what_is_theirs(pack, secretary, next_secretary, office_town, committee_member):
    def offers(actor):
        text = shown(actor, f"/handover/{pack.pk}/")
        return [word for word in ("确认移交", "确认接收", "代为确认移交", "取消交接") if f" {word} " in text]

    assert offers(secretary) == ["确认移交", "取消交接"]
    assert offers(next_secretary) == ["确认接收"]
    assert offers(office_town) == ["代为确认移交", "取消交接"]
    assert client_of(committee_member).get(f"/handover/{pack.pk}/").status_code == 403


def test_a_refusal_comes_back_on_the_page(pack, next_secretary):
    refused = sent(next_secretary, f"/handover/{pack.pk}/giving/")
    assert (refused.status_code, "移交由离任人本人确认" in text_of(refused)) == (422, True)


def test_the_word_paper_holds_the_pack(pack, secretary, office_town):
    given = done(office_town, give_instead, pack, reason="本人已调离")
    answer = client_of(secretary).get(f"/handover/{given.pk}/word/")
    words = "\n".join(paragraph.text for paragraph in Document(BytesIO(answer.content)).paragraphs)
    for line in (
        "云桥东社区第一支部工作交接清单",
        "公章在保险柜",
        "代为确认的原因：本人已调离",
        "接收确认：＿＿＿＿＿＿",
    ):
        assert line in words


def test_a_pack_of_another_branch_is_not_there(pack, neighbour, office_other_town):
    for actor in (neighbour, office_other_town):
        assert client_of(actor).get(f"/handover/{pack.pk}/").status_code == 404
        assert client_of(actor).get(f"/handover/{pack.pk}/word/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_however_long(pack, secretary, number, django_assert_num_queries):
    last = pack
    for _ in range(number - 1):
        done(secretary, withdraw, last)
        last = done(secretary, prepare, post_of(secretary), keys="")
    client = client_of(secretary)
    client.get("/handover/")
    with django_assert_num_queries(5):
        assert client.get("/handover/").content.decode().count("/handover/") > number
    assert done(secretary, give, last).leaver_on
