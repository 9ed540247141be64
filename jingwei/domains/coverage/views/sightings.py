"""What was found on walks: the list, one, and its steps."""

from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import page, perform
from jingwei.foundation.ui.paging import paged
from jingwei.organizations.selectors import organizations

from ..actions import sightings as acts
from ..forms import sightings as forms
from ..selectors import sightings as found
from .numbers import change, here_of


@access(get="coverage.see")
def sightings(request):
    here, step = here_of(request), request.GET.get("step", "")
    listed = paged(request, found.at_step(here, step), "-collected_on", "-pk")
    may = here.is_area and request.actor.may("coverage.collect", here.path)
    facts: dict[str, Any] = {"step": step, "numbers": found.numbers(here), "may": may}
    return page(request, "coverage/sightings.html", here=here, page=listed, **facts)


@access(get="coverage.see")
def sighting(request, pk):
    one = get_object_or_404(found.sightings(), pk=pk)
    return page(request, "coverage/sighting.html", facts=found.facts_of(one, request.actor), sighting=one)


@access(get="coverage.collect", post="coverage.collect")
def collect(request, pk):
    subject = get_object_or_404(organizations(), pk=pk)
    return change(request, subject, forms.CollectForm, acts.collect, landing)


@access(get="coverage.collect", post="coverage.collect")
def correct(request, pk):
    subject = get_object_or_404(found.sightings(), pk=pk)
    return change(request, subject, forms.CorrectForm, acts.correct, landing)


@access(get="coverage.collect", post="coverage.collect")
def analyse(request, pk):
    subject = get_object_or_404(found.sightings(), pk=pk)
    return change(request, subject, forms.AnalyseForm, acts.analyse, landing)


@access(get="coverage.verify", post="coverage.verify")
def reject(request, pk):
    subject = get_object_or_404(found.sightings(), pk=pk)
    return change(request, subject, forms.RejectForm, acts.reject, landing)


@access(post="coverage.verify")
def check(request, pk):
    return _pressed(request, pk, acts.check, "已校核，可以登记。")


@access(post="coverage.verify")
def register(request, pk):
    return _pressed(request, pk, acts.register, "已登记到单位名单。")


def _pressed(request, pk, act, done):
    one, form = get_object_or_404(found.sightings(), pk=pk), Press(request.POST)
    if perform(request, form, act, one):
        messages.success(request, done)
        return redirect("coverage:sighting", pk)
    one = get_object_or_404(found.sightings(), pk=pk)
    facts = found.facts_of(one, request.actor)
    return page(request, "coverage/sighting.html", form=form, facts=facts, sighting=one)


def landing(done):
    return "coverage:sighting", done.pk
