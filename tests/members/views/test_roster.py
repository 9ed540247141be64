"""The page of who was where on a day."""

import pytest

from tests.cast import client_of
from tests.members.people import registered


@pytest.fixture(autouse=True)
def _people(tree):
    registered(tree.branch, "陶党生")
    registered(tree.other_branch, "远山人")


@pytest.mark.parametrize(
    ("part", "names"), [("secretary", ["陶党生"]), ("neighbour", ["远山人"]), ("superior", ["陶党生", "远山人"])]
)
def test_one_reads_the_roster_of_the_own_part_of_the_tree(actor_for, part, names):
    text = client_of(actor_for(part)).get("/members/roster/").content.decode()
    assert [name for name in ("陶党生", "远山人") if name in text] == names


@pytest.mark.parametrize(("day", "there"), [("1999-06-30", False), ("1999-07-01", True)])
def test_the_day_is_asked_for_in_a_box(secretary, day, there):
    text = client_of(secretary).get(f"/members/roster/?on={day}").content.decode()
    assert ("陶党生" in text) is there


def test_two_days_are_compared_on_one_page(secretary):
    text = client_of(secretary).get("/members/roster/?on=1999-07-01&other=1999-06-30").content.decode()
    assert "1999 年 6 月 30 日到1999 年 7 月 1 日的变化" in text and "新到" in text


@pytest.mark.parametrize(("place", "status"), [("other_branch", 404), ("community", 403), ("branch", 200)])
def test_a_roster_is_read_in_the_own_part_only(secretary, tree, place, status):
    at = getattr(tree, place).pk
    assert client_of(secretary).get(f"/members/roster/?at={at}").status_code == status


@pytest.mark.parametrize("rows", [1, 3])
def test_more_members_cost_no_more_queries(secretary, tree, django_assert_num_queries, rows):
    registered(tree.branch, *"甲乙丙"[: rows - 1])
    client = client_of(secretary)
    client.get("/members/roster/")
    with django_assert_num_queries(9):
        client.get("/members/roster/")
