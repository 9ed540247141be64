"""The check of a subtree, and the matters that came of it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.access.side_doors import side_door
from jingwei.foundation.clock import today
from jingwei.foundation.ui.downloads import download
from jingwei.foundation.ui.pages import lead_on, page, perform
from jingwei.foundation.ui.paging import paged
from jingwei.organizations.selectors import organizations

from . import actions, exports
from .forms import AnswerForm, ClosingForm, OpeningForm
from .selectors import examining
from .selectors import matters as reading

side_door("health:workbook", of=reading.matters, shows=lambda matter: matter.words)


def asked(request):
    """The organization that the page is about: the one asked for, else the actor's own."""
    at = request.GET.get("at", "")
    wanted = {"pk": at} if at.isdecimal() else {"path": request.actor.path}
    organization = get_object_or_404(organizations(), **wanted)
    request.actor.must("health.see", organization.path)
    return organization


def shown(request, here, form=None):
    """The page of the check."""
    words = {name: request.GET.get(name, "") for name in ("kind", "after")}
    facts = examining.health_facts(here, request.actor, **words, on=today())
    return page(request, "health/health.html", form=form, **facts)


@access(get="health.see")
def health(request):
    return shown(request, asked(request))


@access(post="health.open")
def opening(request, pk):
    organization = get_object_or_404(organizations(), pk=pk)
    form = OpeningForm(request.POST)
    if matter := perform(request, form, actions.open_matter, organization):
        messages.success(request, f"整改事项已开给{organization}。")
        return redirect("health:matter", matter.pk)
    return shown(request, organization, form)


@access(get="health.see")
def workbook(request):
    here, on = asked(request), today()
    found = [] if examining.too_many(here) else examining.examined(here, on=on)
    data = exports.health_workbook(found, reading.matters_at(here), on=on)
    return download(data, f"组织体检{on:%Y%m%d}.xlsx")


@access(get="health.see")
def matters(request):
    every = request.GET.get("all") == "1"
    rows = paged(request, reading.matters() if every else reading.open_matters(), "due_on", "id")
    return page(request, "health/matters.html", page=rows, all=every, standing_of=reading.standing_of, on=today())


def matter_page(request, matter, form, answer, closing):
    facts = reading.matter_facts(matter, request.actor, on=today())
    return page(request, "health/matter.html", form=form, answer=answer, closing=closing, **facts)


@access(get="health.see", post="health.answer")
def matter(request, pk):
    matter = get_object_or_404(reading.matters(), pk=pk)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and perform(request, form, actions.answer, matter):
        messages.success(request, "整改情况已送出。")
        return redirect("health:matter", pk)
    return matter_page(request, matter, form, form, ClosingForm())


@access(post="health.open")
def closing(request, pk):
    matter = get_object_or_404(reading.matters(), pk=pk)
    form = ClosingForm(request.POST)
    answer = lead_on(request, form, actions.close, matter, "整改事项已办结。", "health:matter", pk)
    return answer or matter_page(request, matter, form, AnswerForm(), form)
