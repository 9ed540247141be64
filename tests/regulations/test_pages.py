"""The explorer's pages, as the cast sees them."""

from datetime import date

import pytest

from jingwei.foundation.scope.reach import reaching
from jingwei.regulations.actions import set_local
from jingwei.regulations.library import areas, clauses, instruments, parameter, parameters
from jingwei.regulations.selectors import Slot
from tests.cast import client_of

LISTS = ["", "instruments/", "unverified/", "house-practice/", "local/"]
LOCAL = "/regulations/numbers/hotline.general_days/"
FORM = {"value": "5", "since": "2026-03-01", "basis": "云桥镇党委〔2026〕3号"}


def text_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.mark.parametrize("address", LISTS)
def test_everybody_with_a_post_reads_the_lists(secretary, address):
    assert "法规" in text_of(client_of(secretary), f"/regulations/{address}")


@pytest.mark.parametrize("part", ["member", "resident", "auditor", "system_admin", "security_admin", "handler"])
def test_every_role_reads_a_number(actor_for, part):
    assert "不少于 3 名正式党员" in text_of(client_of(actor_for(part)), "/regulations/numbers/branch.min_full_members/")


@pytest.mark.django_db
def test_a_visitor_is_sent_to_the_login():
    assert client_of(None).get("/regulations/").status_code == 302


@pytest.mark.parametrize("kind", ["areas", "numbers", "clauses", "instruments"])
def test_what_is_not_in_the_library_is_not_found(secretary, kind):
    assert client_of(secretary).get(f"/regulations/{kind}/nothing.here/").status_code == 404


@pytest.mark.slow
def test_every_entry_of_the_library_has_a_page(secretary):
    client = client_of(secretary)
    addresses = [
        *(f"areas/{key}/" for key in areas()),
        *(f"numbers/{key}/" for key in parameters()),
        *(f"clauses/{key}/" for key in clauses()),
        *(f"instruments/{key}/" for key in instruments()),
    ]
    assert [address for address in addresses if client.get(f"/regulations/{address}").status_code != 200] == []


def test_a_number_shows_its_history_with_both_papers(secretary):
    text = text_of(client_of(secretary), "/regulations/numbers/election.quorum/")
    assert "《中国共产党基层组织选举工作条例》第四章（条号未核）" in text
    assert "《中国共产党基层组织选举工作暂行条例》（条号未核）" in text
    assert 'href="/regulations/instruments/grassroots-election-regulations-2020/"' in text


def test_a_table_is_shown_as_a_table(secretary):
    assert "1.5%" in text_of(client_of(secretary), "/regulations/numbers/dues.rates/")


def test_a_number_shows_who_uses_it(secretary):
    text = text_of(client_of(secretary), "/regulations/numbers/plans.yellow_days/")
    assert "jingwei.kernels.plans.rules.standing" in text


def test_a_search_finds_all_words_anywhere(secretary):
    text = text_of(client_of(secretary), "/regulations/?q=公示+发展对象")
    assert "/regulations/numbers/admission.candidate_publicity_workdays/" in text
    assert "/regulations/numbers/dues.rates/" not in text


def test_a_search_for_nothing_known_says_so(secretary):
    assert "没有找到“量子”" in text_of(client_of(secretary), "/regulations/?q=量子")


def test_a_paper_shows_what_it_says(secretary):
    text = text_of(client_of(secretary), "/regulations/instruments/government-app-measures-2026/")
    assert "/regulations/clauses/formalism.check_in/" in text
    assert "国办函〔2026〕12号" in text


def test_the_unverified_list_holds_weak_and_uncited_entries(secretary):
    text = text_of(client_of(secretary), "/regulations/unverified/")
    assert "/regulations/numbers/membership.correction_years/" in text
    assert "/regulations/numbers/branch.max_members/" not in text


def test_the_form_is_shown_only_to_who_may_set(secretary, office_town):
    assert "set-local" in text_of(client_of(office_town), LOCAL)
    assert "set-local" not in text_of(client_of(secretary), LOCAL)
    assert "set-local" not in text_of(client_of(office_town), "/regulations/numbers/petition.handling_days/")


def test_setting_a_number_shows_it_below(office_town, secretary):
    response = client_of(office_town).post(LOCAL, {**FORM, "request_key": "5f0c9e2e-0000-4000-8000-000000000001"})
    assert (response.status_code, response.headers["Location"]) == (302, LOCAL)
    text = text_of(client_of(secretary), LOCAL)
    assert "本组织现在按 <strong>不超过 5 天</strong> 办理，依据：云桥镇党委〔2026〕3号" in text


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"value": "七"}, "请填一个数"), ({"value": "0"}, "不能小于 1（天）。"), ({"basis": ""}, "依据文件")],
)
def test_a_wrong_value_is_explained_and_kept(office_town, wrong, words):
    form = {**FORM, **wrong, "request_key": "5f0c9e2e-0000-4000-8000-000000000002"}
    response = client_of(office_town).post(LOCAL, form)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert form["value"] in response.content.decode()


def test_a_secretary_may_not_set(secretary):
    form = {**FORM, "request_key": "5f0c9e2e-0000-4000-8000-000000000003"}
    assert client_of(secretary).post(LOCAL, form).status_code == 403


@pytest.mark.parametrize("rows", [1, 3])
def test_a_number_costs_the_same_with_one_row_and_with_three(office_town, django_assert_num_queries, rows):
    for number in range(rows):
        with reaching(office_town.reach()):
            slot = Slot(parameter("hotline.general_days"), office_town.path)
            set_local(office_town, slot, value=5, since=date(2026, 3, 1 + number), basis="文件")
    client = client_of(office_town)
    client.get(LOCAL)
    with django_assert_num_queries(5):
        client.get(LOCAL)
