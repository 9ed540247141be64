"""The invented city is whole, believable, and the same again."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count, F
from stdnum.cn import ric

from jingwei.demo.city.building import Telling, build_city
from jingwei.demo.city.layout import layout
from jingwei.demo.city.producing import Order, produced
from jingwei.demo.city.scales import SCALES
from jingwei.foundation.accounts.models import User
from jingwei.foundation.scope.reach import everywhere
from jingwei.members.models import Member, NameWord
from jingwei.members.rules.naming import words_of
from jingwei.members.selectors import search
from jingwei.organizations.models import Organization, Post

ON = date(2026, 11, 21)
FEW = SCALES["few"]


@pytest.mark.parametrize(
    ("scale", "organizations", "branches"),
    [pytest.param("city", 110_000, 90_000, marks=pytest.mark.slow), ("20k", 1_250, 1_010)],
)
def test_the_tree_is_as_large_as_it_says(scale, organizations, branches):
    nodes = layout(SCALES[scale], seed=1, on=ON)
    assert len(nodes) == pytest.approx(organizations, rel=0.02)
    assert sum(bool(node.setting) for node in nodes) == pytest.approx(branches, rel=0.02)
    assert sum(node.size for node in nodes) == SCALES[scale].members
    assert [node.path for node in nodes] == sorted({node.path for node in nodes})


def test_there_is_something_amiss_to_be_found():
    sizes = {node.size for node in layout(SCALES["district"], seed=1, on=ON) if node.setting}
    assert (min(sizes), 2 in sizes, max(sizes) > 50) == (0, True, True)


def test_the_same_seed_gives_the_same_people_and_another_gives_others():
    def names(seed: int) -> list[str]:
        rows = produced(Order(0, seed, ON, [node for node in layout(FEW, seed=seed, on=ON) if node.size]))
        return [line.split("\t")[6] for line in rows.members.splitlines()]

    assert names(1) == names(1) != names(2)


@pytest.fixture
def city(transactional_db):
    build_city(FEW, on=ON, say=lambda text: None)
    with everywhere(reason="test"):
        yield


@pytest.mark.slow
def test_the_city_is_in_the_database(city):
    assert (Member.objects.count(), NameWord.objects.values("member_id").distinct().count()) == (300, 300)
    assert not Member.objects.exclude(path=F("organization__path")).exists()
    for member in Member.objects.all():
        number = member.id_number.open()
        assert ric.calc_check_digit(number) == number[-1]
        assert (member.gender == "1") is (int(number[16]) % 2 == 1)
        assert member.born_on < member.joined_on <= ON
        assert member.id_index == Member._meta.get_field("id_index").index_of(number)
        assert sorted(member.words.values_list("word", flat=True)) == sorted(words_of(member.name))


@pytest.mark.slow
def test_a_member_of_the_city_is_found(city):
    member = Member.objects.filter(left_on=None).order_by("id")[7]
    for words in (member.name, member.id_number.open(), member.phone.open(), member.phone.open()[-4:]):
        assert member in list(search(words, at="0001")), words


@pytest.mark.slow
def test_the_numbers_of_children_are_right_and_new_rows_get_new_numbers(city):
    for organization in Organization.objects.all():
        paths = Organization.objects.values_list("path", flat=True)
        below = [path for path in paths if path[:-4] == organization.path]
        assert organization.children_made == len(below)
    with_post = Post.objects.values("user").annotate(posts=Count("pk"))
    assert User.objects.filter(pk__in=[row["user"] for row in with_post]).count() == User.objects.count()
    assert not any(user.has_usable_password() for user in User.objects.all())
    assert User.objects.create(username="new", name="新").pk == User.objects.order_by("-pk")[0].pk


@pytest.mark.slow
def test_a_database_that_holds_anything_is_refused(city):
    with pytest.raises(CommandError, match="已经有组织"):
        call_command("seed", scale="few", stdout=StringIO())


def test_progress_is_told_at_each_tenth():
    said: list[str] = []
    telling = Telling(100, 0.0, said.append)
    for _ in range(50):
        telling.add(2)
    assert [one.split("党员 ")[1] for one in said] == [f"{done} / 100" for done in range(10, 101, 10)]
