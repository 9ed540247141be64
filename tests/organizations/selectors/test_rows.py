"""Which posts a person holds on a day."""

from datetime import date, timedelta

import pytest

from jingwei.foundation.journal import writing
from jingwei.organizations.choices import Duty
from jingwei.organizations.models import Post
from jingwei.organizations.selectors import posts_held

BEGINS, ENDS = date(2026, 3, 1), date(2026, 9, 1)
DAY = timedelta(days=1)


@pytest.fixture
def post(tree, secretary):
    with writing(reason="test"):
        post = Post(user=secretary.user, organization=tree.town, duty=Duty.STAFF, role="office_town", since=BEGINS)
        post.until = ENDS
        post.save()
    return post


@pytest.mark.parametrize(
    ("on", "held"),
    [(BEGINS - DAY, False), (BEGINS, True), (ENDS - DAY, True), (ENDS, False), (ENDS + DAY, False)],
)
def test_a_post_is_held_from_its_first_day_until_the_day_it_ends(post, secretary, on, held):
    assert (post in posts_held(secretary.user, on=on)) is held


def test_posts_come_in_the_order_of_the_tree_with_the_person_known(post, secretary, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = posts_held(secretary.user, on=BEGINS + 100 * DAY)
        assert [one.user for one in found] == [secretary.user] * len(found)
    paths = [one.organization.path for one in found]
    assert (paths, len(found)) == (sorted(paths), 2)
