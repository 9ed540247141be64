"""Posts: held, begun, ended."""

from datetime import date, timedelta

from jingwei.foundation.clock import today
from jingwei.organizations.models import Post
from tests.figures import by_month, changed, counted, divided


def test_party_posts_are_counted_by_duty_and_those_of_the_office_are_not(
    tree, secretary, committee_member, office_town
):
    assert divided(tree.city, "posts.held", "duty") == {"SJ": 1, "ZZWY": 1}
    assert counted(tree.town, "posts.held") == counted(tree.branch, "posts.held") == 2


def test_a_post_that_has_ended_counts_in_the_month_in_which_it_ended(tree, secretary):
    ended = today() - timedelta(days=1)
    changed(Post.objects.get(pk=secretary.post_id), until=ended)
    assert counted(tree.city, "posts.held") == 0
    assert by_month(tree.city, "posts.ended") == {f"{ended:%Y-%m}": 1}


def test_a_post_that_begins_later_is_not_held_yet(tree, secretary):
    changed(Post.objects.get(pk=secretary.post_id), since=today() + timedelta(days=1))
    assert counted(tree.city, "posts.held") == 0


def test_who_came_counts_in_the_month_and_not_for_ever(tree, secretary, neighbour):
    year = today().year
    changed(Post.objects.get(pk=secretary.post_id), since=date(year, 1, 1))
    assert by_month(tree.city, "posts.begun") == {f"{year}-01": 1}  # the other one came in 2020
