"""A person with two posts acts through one at a time, and a post that has ended gives nothing any more."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from jingwei.foundation.actions import writing
from jingwei.foundation.clock import today
from jingwei.organizations.models import Post
from tests.cast import client_of

SWITCH = "/organizations/acting/"


@pytest.fixture
def second(tree, secretary) -> Post:
    """The secretary is a member of another community's committee too."""
    with writing(reason="test"):
        post = Post(user=secretary.user, organization=tree.other_community, role="committee_member", duty="QTWY")
        post.since = date(2020, 1, 1)
        post.save()
    return post


def switch(client, post_id, to="/"):
    return client.post(SWITCH, {"post": post_id, "next": to, "request_key": str(uuid4())})


def sees(client, organization) -> bool:
    """Whether the organization is in the tree of the post acted in."""
    return f'href="/organizations/{organization.pk}/"' in client.get("/organizations/").content.decode()


def test_the_switch_changes_the_post_and_goes_back(secretary, second, tree):
    client = client_of(secretary)
    assert (sees(client, tree.branch), sees(client, tree.other_community)) == (True, False)
    assert switch(client, second.pk, "/organizations/").url == "/organizations/"
    assert (sees(client, tree.branch), sees(client, tree.other_community)) == (False, True)


def test_another_persons_post_is_not_taken(secretary, second, tree, superior):
    client = client_of(secretary)
    switch(client, superior.post_id)
    assert sees(client, tree.branch)
    assert client.session["post"] == secretary.post_id


@pytest.mark.parametrize("wrong", ["", "x", "999999"])
def test_a_post_that_does_not_exist_changes_nothing(secretary, second, wrong):
    client = client_of(secretary)
    assert switch(client, wrong).status_code == 302
    assert client.session["post"] == secretary.post_id


@pytest.mark.parametrize("to", ["https://example.org/", "//example.org/", "javascript:go()", "x", "/nothing/here/"])
def test_nobody_is_sent_elsewhere(secretary, second, to):
    assert switch(client_of(secretary), second.pk, to).url == "/"


def test_one_does_not_land_where_the_new_post_may_not_be(secretary, second, tree):
    address = f"/organizations/{tree.branch.pk}/units/"
    client = client_of(secretary)
    assert client.get(address).status_code == 200
    assert switch(client, second.pk, address).url == "/"
    assert switch(client, secretary.post_id, address).url == address


def test_a_visitor_switches_nothing(db):
    assert switch(client_of(None), 1).url.startswith("/account/login/")


def test_the_switch_is_not_a_page(secretary):
    assert client_of(secretary).get(SWITCH).status_code == 405


def end(post_id: int, on: date) -> None:
    with writing(reason="test"):
        post = Post.objects.get(pk=post_id)
        post.until = on
        post.save()


@pytest.mark.parametrize(("days", "status"), [(1, 200), (0, 403), (-1, 403)])
def test_a_post_that_ended_gives_nothing_with_the_next_request(secretary, days, status):
    client = client_of(secretary)
    assert client.get("/organizations/").status_code == 200
    end(secretary.post_id, today() + timedelta(days=days))
    assert client.get("/organizations/").status_code == status


def test_who_loses_one_post_acts_through_the_other(secretary, second, tree):
    client = client_of(secretary)
    end(secretary.post_id, today())
    assert sees(client, tree.other_community)


@pytest.mark.parametrize(("days", "status"), [(-1, 200), (0, 200), (1, 403)])
def test_a_post_begins_on_its_day(secretary, days, status):
    with writing(reason="test"):
        post = Post.objects.get(pk=secretary.post_id)
        post.since = today() + timedelta(days=days)
        post.save()
    assert client_of(secretary).get("/organizations/").status_code == status
