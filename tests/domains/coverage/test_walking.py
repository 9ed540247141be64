"""Teams, days and weeks."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from jingwei.domains.coverage.actions.sightings import collect
from jingwei.domains.coverage.actions.walking import change_team, edit_analysis, end_team, set_up_team, write_analysis
from jingwei.domains.coverage.models import Round, Team, Walker
from jingwei.domains.coverage.rules import monday_of
from jingwei.domains.coverage.selectors.walking import day_of, week_of
from jingwei.foundation.actions import writing
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.reach import reaching
from jingwei.organizations.actions.reorganising import merge
from jingwei.organizations.models import Post
from tests.domains.coverage.conftest import DAY, area_of, done
from tests.organizations.conftest import APPROVED

MONDAY = date(2026, 3, 2)


def posts_of(*actors) -> list[Post]:
    return [actor.user.posts.get() for actor in actors]


@pytest.fixture
def team(tree, office_town, superior, secretary, neighbour):
    grid = area_of(tree.community, "grid", "第一网格", head_name="何一人")
    posts = posts_of(superior, secretary, neighbour)
    return done(office_town, set_up_team, tree.community, name="三人行", posts=posts, areas=[grid], since=DAY)


def test_a_team_walks_its_areas(team):
    assert [str(one.post.user) for one in Walker._base_manager.all()] == ["尚秋实", "秦书明", "邻友和"]
    assert [str(one) for one in Round._base_manager.all()] == ["第一网格"]


def test_one_alone_is_no_team_and_six_are_too_many(tree, office_town, superior, actor_for):
    others = ["secretary", "neighbour", "committee_member", "handler", "member"]
    posts = posts_of(superior, *map(actor_for, others))
    for some in (posts[:1], posts):
        with pytest.raises(Refused, match="由2到5人组成"):
            done(office_town, set_up_team, tree.community, name="三人行", posts=some, areas=[], since=DAY)
    made = done(office_town, set_up_team, tree.community, name="三人行", posts=posts[:2], areas=[], since=DAY)
    done(office_town, change_team, made, name="五人行", posts=posts[:5], areas=[])
    assert (made.name, Walker._base_manager.count()) == ("五人行", 5)


def test_who_may_not_sets_up_no_team(tree, superior, secretary):
    told = {"name": "三人行", "posts": posts_of(superior, secretary), "areas": [], "since": DAY}
    with pytest.raises(PermissionDenied):
        done(superior, set_up_team, tree.community, **told)


def test_a_team_that_ended_leaves_its_name(tree, office_town, team):
    again = {"name": "三人行", "posts": [one.post for one in Walker._base_manager.all()], "areas": [], "since": DAY}
    with pytest.raises(Refused, match="已经有"):
        done(office_town, set_up_team, tree.community, **again)
    done(office_town, end_team, team)
    done(office_town, set_up_team, tree.community, **again)
    assert Team._base_manager.count() == 2


def test_the_sum_of_a_day_is_counted_by_team(tree, superior, team):
    for name in ("甲店", "乙店"):
        done(superior, collect, tree.community, name=name, kind="shop", team=team)
    done(superior, collect, tree.community, name="丙店", kind="social")
    with reaching(superior.reach()):
        lines = [(line.title, line.number) for line in day_of(tree.community, on=DAY)]
        assert day_of(tree.community, on=date(2026, 3, 1)) == []
    assert lines == [("三人行", 2), ("没有编入小组的", 1)]


def test_a_week_is_counted_and_somebody_says_what_it_means(tree, superior, team):
    done(superior, collect, tree.community, name="甲店", kind="shop", team=team)
    done(superior, collect, tree.community, name="丙社", kind="social")
    said = done(superior, write_analysis, tree.community, monday=MONDAY, text="小店多。")
    with reaching(superior.reach()):
        week = week_of(tree.community, MONDAY)
    assert (week.total, week.analysis) == (2, said)
    assert {line.title: line.number for line in week.kinds} == {"社会组织": 1, "沿街商户": 1}
    assert (week.steps[0].title, week.steps[0].number) == ("待分析", 2)


def test_a_week_has_one_text_which_is_edited(tree, superior):
    said = done(superior, write_analysis, tree.community, monday=MONDAY, text="一")
    with pytest.raises(Refused, match="已经有研判"):
        done(superior, write_analysis, tree.community, monday=MONDAY, text="二")
    with pytest.raises(Refused, match="从星期一开始"):
        done(superior, write_analysis, tree.community, monday=date(2026, 3, 3), text="二")
    assert done(superior, edit_analysis, said, text="二", version=1).text == "二"


@pytest.mark.parametrize("day", [date(2026, 3, 2), date(2026, 3, 5), date(2026, 3, 8)])
def test_a_week_begins_on_its_monday(day):
    assert monday_of(day) == MONDAY


def test_teams_go_along_when_communities_merge(tree, office_town, team):
    with writing(reason="test"):
        Team(organization=tree.other_community, name="三人行", since=DAY).save()
    done(office_town, merge, tree.community, into=tree.other_community, **APPROVED)
    found = sorted(Team._base_manager.values_list("name", "organization"))
    assert found == [("三人行", tree.other_community.pk), ("云桥东社区三人行", tree.other_community.pk)]
