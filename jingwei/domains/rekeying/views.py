"""What is to be typed into the national system, what has been, and what differs since."""

from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from jingwei.foundation.access.routes import access
from jingwei.foundation.access.side_doors import side_door
from jingwei.foundation.clock import today
from jingwei.foundation.ui.downloads import download
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import page, perform
from jingwei.foundation.ui.paging import paged
from jingwei.organizations.selectors import organizations

from . import actions, exports
from .forms import TickForm
from .selectors import progress as reading
from .selectors.values import lines_of

MOST = 5000  # members of one workbook: a street's

side_door("rekeying:workbook", of=reading.one_to_type, shows=lambda member: member.name)


def asked(request):
    """The organization that the page is about: the one asked for, else the actor's own."""
    at = request.GET.get("at", "")
    wanted = {"pk": at} if at.isdecimal() else {"path": request.actor.path}
    organization = get_object_or_404(organizations(), **wanted)
    request.actor.must("rekeying.see", organization.path)
    return organization


@access(get="rekeying.see")
def progress(request):
    """How far those below are; the members of an organization that has some."""
    here = asked(request)
    if reading.has_members(here):
        return redirect("rekeying:branch", here.pk)
    return page(request, "rekeying/progress.html", here=here, rows=reading.progress_of(here))


@access(get="rekeying.see", post="rekeying.mark")
def branch(request, pk):
    here = get_object_or_404(organizations(), pk=pk)
    request.actor.must("rekeying.see", here.path)
    members = paged(request, reading.to_type(here), "path", "id")
    form = TickForm(request.POST or None, offered=members.rows)
    if request.method == "POST" and (done := perform(request, form, actions.mark_all, here)):
        messages.success(request, f"已把 {len(done)} 名党员记为已录入。")
        return redirect(request.get_full_path())
    total, changed = reading.progress_at(here), {one.member.pk for one in reading.differing(members.rows)}
    facts: dict[str, Any] = {"here": here, "total": total, "changed": changed, "typed_of": reading.typed_of}
    return page(request, "rekeying/branch.html", form=form, page=members, **facts)


@access(get="rekeying.see", post="rekeying.mark")
def member(request, pk):
    member = get_object_or_404(reading.one_to_type(), pk=pk)
    request.actor.must("rekeying.see", member.path)
    form = Press(request.POST or None)
    if request.method == "POST" and perform(request, form, actions.mark, member):
        messages.success(request, f"{member}已记为已录入。")
        return redirect("rekeying:member", pk)
    typed = reading.typed_of(member)
    return page(request, "rekeying/member.html", member=member, typed=typed, lines=lines_of(member, typed), form=form)


@access(get="rekeying.see")
def differences(request):
    here = asked(request)
    rows = paged(request, reading.possibly_differing(here), "path", "id")
    back = reverse("rekeying:progress") + f"?at={here.pk}"
    return page(
        request, "rekeying/differences.html", here=here, page=rows, found=reading.differing(rows.rows), back=back
    )


@access(get="rekeying.see")
def workbook(request):
    members = reading.to_type(asked(request))[:MOST]
    return download(exports.rekeying_workbook(members), f"对照录入{today():%Y%m%d}.xlsx")
