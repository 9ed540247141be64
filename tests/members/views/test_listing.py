"""The list of members: who is in reach, found by the one box and by filters, and nothing personal."""

import re
from datetime import date

import pytest

from jingwei.foundation.submissions.models import Submission
from jingwei.members.models import SavedFilter
from tests.cast import client_of
from tests.members.people import id_of, registered

LIST = "/members/"
KEY = {"request_key": "1d1b7cb0-5e0f-4b0c-8a51-6cbb57b5f8f1"}


@pytest.fixture
def enrolled(tree):
    registered(tree.branch, "秦书明", phone="13900001234", id_number=id_of(), dues_base="salary")
    registered(tree.branch, "陶党生", gender="1", born_on=date(1950, 1, 1), joined_on=date(1975, 7, 1), ethnic="03")
    registered(tree.other_branch, "秦新生", full_on=None, education="14", standing="floating")
    registered(tree.at(1, 1, 2, 1, 1), "远山人")
    registered(tree.branch, "已故人", standing="deceased", left_on=date(2025, 1, 1))


def names(actor, query="") -> list[str]:
    response = client_of(actor).get(LIST + query)
    assert response.status_code == 200
    return re.findall(r"(秦书明|陶党生|秦新生|远山人|已故人)</a></th>", response.content.decode())


def test_one_sees_the_members_in_reach_branch_by_branch(enrolled, secretary, superior, office_town, office_city):
    assert names(secretary) == ["秦书明", "陶党生"]
    assert names(superior) == names(office_town) == ["秦书明", "陶党生", "秦新生"]
    assert names(office_city) == ["秦书明", "陶党生", "秦新生", "远山人"]


@pytest.mark.parametrize("part", ["member", "resident", "handler", "auditor", "system_admin", "security_admin"])
def test_who_does_not_need_the_list_does_not_get_it(actor_for, part):
    assert client_of(actor_for(part)).get(LIST).status_code == 403


@pytest.mark.django_db
def test_a_visitor_is_sent_to_the_login():
    assert client_of(None).get(LIST).status_code == 302


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=秦", ["秦书明", "秦新生"]),
        ("?q=qsm", ["秦书明"]),
        ("?q=远山", []),
        ("?q=秦&branch=第一", ["秦书明"]),
        ("?branch=第二", ["秦新生"]),
        ("?phase=probationary", ["秦新生"]),
        ("?phase=full", ["秦书明", "陶党生"]),
        ("?standing=floating", ["秦新生"]),
        ("?standing=deceased", ["已故人"]),
        ("?gender=1", ["陶党生"]),
        ("?age_from=70", ["陶党生"]),
        ("?age_to=69", ["秦书明", "秦新生"]),
        ("?education=1", ["秦新生"]),
        ("?ethnic=minority", ["陶党生"]),
        ("?ethnic=03", ["陶党生"]),
        ("?dues_base=salary", ["秦书明"]),
        ("?dues_base=none", ["陶党生", "秦新生"]),
        ("?joined_from=1999-07-01", ["秦书明", "秦新生"]),
        ("?joined_to=1999-06-30", ["陶党生"]),
        ("?missing=phone", ["陶党生", "秦新生"]),
        ("?missing=id_number&gender=1", ["陶党生"]),
        ("?gone=on", ["秦书明", "陶党生", "已故人", "秦新生"]),
        ("?q=已故", []),
        ("?q=已故&gone=on", ["已故人"]),
        ("?gender=x", ["秦书明", "陶党生", "秦新生"]),
    ],
)
def test_the_list_is_searched_and_filtered(enrolled, office_town, query, found):
    assert names(office_town, query) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({"q": "1234"}, ["秦书明"]),
        ({"q": "13900001234"}, ["秦书明"]),
        ({"q": id_of()}, ["秦书明"]),
        ({"q": id_of(), "phase": "probationary"}, []),
        ({"q": id_of()[:-1]}, []),
    ],
)
def test_a_number_is_answered_at_once_and_kept_nowhere(enrolled, office_town, typed, found):
    answer = client_of(office_town).post(LIST, typed)
    page = answer.content.decode()
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "private, no-store")
    assert re.findall(r"(秦书明|陶党生|秦新生|远山人|已故人)</a></th>", page) == found
    assert [address for address in re.findall(r'(?:href|action)="([^"]*)"', page) if typed["q"] in address] == []
    assert [box for box in re.findall(r"<input[^>]*>", page) if typed["q"] in box] == [
        f'<input type="search" id="search-q" name="q" value="{typed["q"]}" '
        'placeholder="姓名、拼音、首字母、手机尾号、公民身份号码" autocomplete="off">'
    ]
    assert Submission.objects.count() == 0


def test_a_name_leads_on_to_an_address_that_can_be_kept(enrolled, office_town):
    answer = client_of(office_town).post(LIST, {"q": "秦", "phase": "full", "branch": "", **KEY})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/members/?q=%E7%A7%A6&phase=full")
    assert client_of(office_town).post(LIST, {"q": " "}).headers["Location"] == LIST


@pytest.mark.parametrize("number", ["13900001234", id_of(), "+86 139-0000-1234"])
def test_a_number_in_the_address_finds_nothing_and_is_told_where_to_go(enrolled, office_town, number):
    page = client_of(office_town).get(LIST, {"q": number}).content.decode()
    assert "号码不从网址里查找" in page
    assert "秦书明" not in page
    assert number not in page


def test_many_with_the_same_tail_are_not_read_page_by_page(office_town, tree):
    registered(tree.branch, *(f"党圆{sign}" for sign in "甲乙丙丁戊己庚辛壬癸" * 6), phone="13900001234")
    page = client_of(office_town).post(LIST, {"q": "1234"}).content.decode()
    assert page.count('<th scope="row"') == 50
    assert "after=" not in page
    assert "只列出前 50 名，请把号码写全再查找。" in page


def test_a_number_is_never_kept_in_a_filter(office_town, enrolled):
    kept = {"title": "查过的", "query": f"q={id_of()}&phase=full"}
    client_of(office_town).post(f"{LIST}filters/", {**kept, **KEY})
    assert SavedFilter.objects.get().query == "phase=full"


def test_the_list_of_one_organization_holds_those_below(enrolled, office_city, tree):
    assert names(office_city, f"?at={tree.community.pk}") == ["秦书明", "陶党生", "秦新生"]
    assert names(office_city, f"?at={tree.branch.pk}&q=秦") == ["秦书明"]


def test_an_organization_out_of_reach_is_not_found(office_town, tree):
    assert client_of(office_town).get(f"{LIST}?at={tree.other_town.pk}").status_code == 404


def test_an_organization_above_shows_no_more_than_the_own_part(enrolled, secretary, tree):
    assert names(secretary, f"?at={tree.community.pk}") == ["秦书明", "陶党生"]


def test_the_list_tells_nothing_but_what_it_must(enrolled, office_town):
    text = client_of(office_town).get(LIST).content.decode()
    for words in ("1999 年 7 月 1 日", "预备党员", "139****1234"):
        assert words in text
    assert [word for word in ("1971", "13900001234", id_of(), "专业技术人员</") if word in text] == []


@pytest.mark.parametrize("query", ["", "?q=dy"])
def test_a_long_list_has_pages(office_town, tree, query):
    registered(tree.branch, *(f"党圆{sign}" for sign in "甲乙丙丁戊己庚辛壬癸" * 6))
    first = client_of(office_town).get(LIST + query).content.decode()
    onward = re.search(r'href="([^"]*after=[^"]*)"', first)[1].replace("&amp;", "&")
    second = client_of(office_town).get(onward).content.decode()
    assert "共 60 名" in first
    assert [page.count('<th scope="row"') for page in (first, second)] == [50, 10]


@pytest.mark.parametrize("query", ["", "?q=qin", "?phase=full"])
@pytest.mark.parametrize("rows", [1, 3])
def test_more_members_cost_no_more_queries(office_town, tree, django_assert_num_queries, rows, query):
    registered(tree.branch, *("秦甲", "秦乙", "秦丙")[:rows])
    client = client_of(office_town)
    client.get(LIST + query)
    with django_assert_num_queries(7 if "q=" in query else 6):
        client.get(LIST + query)


def test_a_whole_page_is_six_questions_and_opens_no_seal_but_the_number_shown(
    office_town, tree, django_assert_num_queries
):
    registered(tree.branch, *(f"党圆{sign}" for sign in "甲乙丙丁戊己庚辛壬癸" * 6))
    client = client_of(office_town)
    client.get(LIST)
    with django_assert_num_queries(6) as asked:  # session, user, posts, members, how many, kept filters
        client.get(LIST)
    (rows,) = (one["sql"] for one in asked.captured_queries if '"phone"' in one["sql"])
    assert [column for column in ("id_number", "address", "hardship", "phone_index") if column in rows] == []


def test_what_one_asked_for_is_not_shown_to_the_next(enrolled, office_town, neighbour):
    asked = client_of(office_town).get(f"{LIST}?branch=东社区&phase=full&gender=2").content.decode()
    chosen = ('value="东社区"', '<option value="full" selected>', '<option value="2" selected>')
    assert [words in asked for words in chosen] == [True] * 3
    for client in (client_of(neighbour), client_of(office_town)):
        text = client.get(LIST).content.decode()
        assert [words in text for words in chosen] == [False] * 3
        assert text.count('<option value="" selected>不限</option>') == asked.count("<select")


def test_conditions_are_kept_under_a_name(enrolled, office_town, neighbour):
    client = client_of(office_town)
    answer = client.post(f"{LIST}filters/", {"title": "预备的", "query": "phase=probationary&after=x&evil=1", **KEY})
    assert answer.headers["Location"] == "/members/?phase=probationary"
    assert 'href="/members/?phase=probationary"' in client.get(LIST).content.decode()
    assert "预备的" not in client_of(neighbour).get(LIST).content.decode()


def test_a_kept_filter_is_taken_away_by_its_owner_only(enrolled, office_town, neighbour):
    client_of(office_town).post(f"{LIST}filters/", {"title": "预备的", "query": "phase=full", **KEY})
    kept = SavedFilter.objects.get()
    client_of(neighbour).post(f"{LIST}filters/{kept.pk}/removal/", KEY)
    assert SavedFilter.objects.count() == 1
    other = {"request_key": "2d1b7cb0-5e0f-4b0c-8a51-6cbb57b5f8f2"}
    client_of(office_town).post(f"{LIST}filters/{kept.pk}/removal/", other)
    assert SavedFilter.objects.count() == 0


def test_the_tree_counts_the_members_of_everything_below(enrolled, office_city, handler):
    text = re.sub(r"<[^>]*>", "", client_of(office_city).get("/organizations/").content.decode())
    assert "8 个支部 · 4 名党员" in text
    assert "云桥东社区第一支部 党支部" in re.sub(r"\s+", " ", text)
    assert "2 个支部 · 3 名党员" in text
    assert "名党员" not in client_of(handler).get("/organizations/").content.decode()
