"""Teams that walk, and what a week of walking showed."""

from collections.abc import Sequence
from datetime import date

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import today
from jingwei.foundation.errors import Refused
from jingwei.organizations.followers import Merger
from jingwei.organizations.models import Area, Organization, Post
from jingwei.regulations.selectors import local_value

from ..models import Analysis, Round, Team, Walker
from ..rules import fits_a_team, monday_of


@action("coverage.verify", title="组建走访小组")
def set_up_team(
    actor: Actor, organization: Organization, /, *, name: str, posts: Sequence[Post], areas: Sequence[Area], since: date
) -> Team:
    """A team of two to five posts with the areas that they walk. Raises Refused for more or fewer, and for a name that
    another team has."""
    if Team.objects.filter(organization=organization, name=name, until=None).exists():
        raise Refused(f"已经有“{name}”。", next_step="请换一个名称。")
    team = Team(organization=organization, name=name, since=since)
    team.save()
    _fill(team, posts, areas)
    return team


@action("coverage.verify", title="调整走访小组")
def change_team(actor: Actor, team: Team, /, *, name: str, posts: Sequence[Post], areas: Sequence[Area]) -> Team:
    """Other posts, other areas, another name. Raises Refused as `set_up_team` does."""
    if Team.objects.filter(organization=team.organization, name=name, until=None).exclude(pk=team.pk).exists():
        raise Refused(f"已经有“{name}”。", next_step="请换一个名称。")
    team.name = name
    team.save()
    _fill(team, posts, areas)
    return team


@action("coverage.verify", title="解散走访小组")
def end_team(actor: Actor, team: Team, /) -> Team:
    """The team walks no more; what it found stays."""
    team.until = max(team.since, today())
    team.save()
    return team


@action("coverage.collect", title="填写周研判")
def write_analysis(actor: Actor, organization: Organization, /, *, monday: date, text: str) -> Analysis:
    """The text for the week that begins on `monday`. Raises Refused where there is one."""
    if monday != monday_of(monday):
        raise Refused("一周从星期一开始。", next_step="请重新选择。")
    if Analysis.objects.filter(organization=organization, monday=monday).exists():
        raise Refused("这一周已经有研判。", next_step="请打开它修改。")
    return _signed(Analysis(organization=organization, monday=monday), actor, text)


@action("coverage.collect", title="修改周研判")
def edit_analysis(actor: Actor, analysis: Analysis, /, *, text: str) -> Analysis:
    """Another text for the same week."""
    return _signed(analysis, actor, text)


def _signed(analysis: Analysis, actor: Actor, text: str) -> Analysis:
    analysis.text, analysis.written_on, analysis.written_by = text, today(), actor.user
    analysis.save()
    return analysis


def carry_walking(merger: Merger) -> None:
    """Teams and texts of one organization become those of another. Runs inside the act that merges the two."""
    source, target = merger.source, merger.target
    names = set(Team.objects.filter(organization=target, until=None).values_list("name", flat=True))
    for team in Team.objects.filter(organization=source):
        if team.until is None and team.name in names:
            team.name = f"{source}{team.name}"[:40]
        team.organization = target
        team.save()
    weeks = set(Analysis.objects.filter(organization=target).values_list("monday", flat=True))
    for analysis in Analysis.objects.filter(organization=source).exclude(monday__in=weeks):
        analysis.organization = target
        analysis.save()


def _fill(team: Team, posts: Sequence[Post], areas: Sequence[Area]) -> None:
    fewest = int(local_value("coverage.team_min_posts", team.place(), on=today()).value)
    most = int(local_value("coverage.team_max_posts", team.place(), on=today()).value)
    if not fits_a_team(len(posts), fewest, most):
        raise Refused(f"走访小组由{fewest}到{most}人组成。", next_step="请重新选择。")
    wanted = {post.pk: post for post in posts}
    for walker in Walker.objects.filter(team=team):
        if wanted.pop(walker.post_id, None) is None:
            walker.delete()
    for post in wanted.values():
        Walker(team=team, post=post).save()
    places = {area.pk: area for area in areas}
    for there in Round.objects.filter(team=team):
        if places.pop(there.area_id, None) is None:
            there.delete()
    for area in places.values():
        Round(team=team, area=area).save()
