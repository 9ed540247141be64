"""Teams, the sum of a day, the analysis of a week."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import page, perform
from jingwei.organizations.selectors import organizations

from ..actions import walking as acts
from ..forms.walking import AnalysisForm, ChangeTeamForm, TeamForm
from ..rules import NO_CHECK_IN, NO_RANKING, monday_of
from ..selectors import walking as found
from .numbers import change, here_of


@access(get="coverage.see")
def teams(request):
    here = here_of(request)
    may = here.is_area and request.actor.may("coverage.verify", here.path)
    laws = [one.at(today()) for one in (NO_CHECK_IN, NO_RANKING)]
    return page(request, "coverage/teams.html", here=here, teams=found.teams_at(here), may=may, laws=laws)


@access(get="coverage.verify", post="coverage.verify")
def new_team(request, pk):
    subject = get_object_or_404(organizations(), pk=pk)
    return change(request, subject, TeamForm, acts.set_up_team, landing)


@access(get="coverage.verify", post="coverage.verify")
def team(request, pk):
    return change(request, get_object_or_404(found.teams(), pk=pk), ChangeTeamForm, acts.change_team, landing)


@access(post="coverage.verify")
def team_end(request, pk):
    subject = get_object_or_404(found.teams(), pk=pk)
    if perform(request, Press(request.POST), acts.end_team, subject):
        messages.success(request, "小组已解散。")
    return redirect(*landing(subject))


@access(get="coverage.see")
def day(request):
    """What each team collected on a day."""
    here, on = here_of(request), _day(request.GET.get("on", ""))
    facts: dict[str, Any] = {
        "lines": found.day_of(here, on=on),
        "before": on - timedelta(days=1),
        "after": on + timedelta(days=1),
    }
    return page(request, "coverage/day.html", here=here, on=on, today=today(), **facts)


@access(get="coverage.see", post="coverage.collect")
def week(request):
    """What a week showed; whoever collects may say what it means."""
    here, monday = here_of(request), monday_of(_day(request.GET.get("on", "")))
    facts = found.week_of(here, monday)
    form = AnalysisForm(request.POST or None, initial={"text": facts.analysis.text if facts.analysis else ""})
    if request.method == "POST" and _said(request, form, here, facts):
        messages.success(request, "研判已保存。")
        return redirect(f"{reverse('coverage:week')}?at={here.pk}&on={monday}")
    may = request.actor.may("coverage.collect", here.path)
    around: dict[str, Any] = {"before": monday - found.WEEK, "after": monday + found.WEEK, "today": today()}
    return page(request, "coverage/week.html", here=here, week=facts, form=form, may=may, **around)


def _said(request, form, here, week):
    if week.analysis:
        return perform(request, form, acts.edit_analysis, week.analysis)
    return perform(request, form, acts.write_analysis, here, monday=week.monday)


def landing(team):
    return (f"{reverse('coverage:teams')}?at={team.organization_id}",)


def _day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        return today()
