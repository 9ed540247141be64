"""A list read page by page holds every row once, in order, at the same cost however deep."""

from datetime import timedelta

import pytest
from django.test import RequestFactory

from jingwei.foundation.accounts.models import User
from jingwei.foundation.actions import writing
from jingwei.foundation.clock import now
from jingwei.foundation.ui.paging import paged

KEYS = [
    ("date_joined", "name", "id"),
    ("-date_joined", "-name", "-id"),
    ("id",),
    ("-id",),
    ("-date_joined", "name", "-id"),
]


@pytest.fixture
def people(db):
    """Two days with three names each, every name twice: all keys but the last have ties."""
    start = now()
    with writing(reason="test"):
        for number in range(12):
            day = start + timedelta(days=number % 2)
            User(username=f"u{number}", name="甲乙丙"[number % 3], date_joined=day).save()
    return User.objects.all()


def read(found, keys, size):
    """All pages, as lists of numbers."""
    address, pages = "/", []
    while address:
        page = paged(RequestFactory().get(address), found, *keys, size=size)
        pages.append([row.pk for row in page.rows])
        address = page.next_href
    return pages


@pytest.mark.parametrize("size", [1, 5, 12])
@pytest.mark.parametrize("keys", KEYS)
def test_the_pages_together_are_the_whole_list(people, keys, size):
    pages = read(people, keys, size)
    assert [pk for page in pages for pk in page] == list(people.order_by(*keys).values_list("pk", flat=True))
    assert [len(page) for page in pages] == {1: [1] * 12, 5: [5, 5, 2], 12: [12]}[size]


@pytest.mark.parametrize(("keys", "range"), [(KEYS[0], '"date_joined" >= '), (KEYS[1], '"date_joined" <= ')])
def test_a_deep_page_costs_one_query_that_ranges_over_the_first_key(people, keys, range, django_assert_num_queries):
    deep = paged(RequestFactory().get("/"), people, *keys, size=8).next_href
    with django_assert_num_queries(1) as asked:
        paged(RequestFactory().get(deep), people, *keys, size=8)
    assert range in asked[0]["sql"]


def test_what_answers_a_post_has_one_page(people):
    page = paged(RequestFactory().post("/"), people, "id", size=5)
    assert (len(page.rows), page.next_href, page.first_href) == (5, "", "")


def test_a_place_that_is_not_ours_is_the_beginning(people):
    page = paged(RequestFactory().get("/?after=x"), people, "id", size=5)
    assert [row.pk for row in page.rows] == list(people.order_by("id").values_list("pk", flat=True)[:5])
