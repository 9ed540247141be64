"""A person's own requests, and the copy of own data."""

from typing import Any

from django.contrib import messages
from django.shortcuts import redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.ui.downloads import download
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import page, perform

from ..actions import Person, ask, copy_own
from ..exports import copy_workbook
from ..forms import AskForm
from ..selectors import mine as own_requests
from ..selectors import own_member, what_of


def person_of(request):
    return Person(request.user, own_member(request.user), request.actor.path)


def shown(request, form, **more):
    facts: dict[str, Any] = {"rows": own_requests(request.user), "on": today(), "what_of": what_of}
    return page(request, "privacy/mine.html", form=form, **facts, **more)


@access(get="mine.ask", post="mine.ask")
def mine(request):
    form = AskForm(request.POST or None)
    if request.method == "POST" and (made := perform(request, form, ask, person_of(request))):
        messages.success(request, f"已提出申请，{made.due_on.month}月{made.due_on.day}日前答复您。")
        return redirect("privacy:mine")
    return shown(request, form)


@access(post="mine.see")
def copy(request):
    """Everything about oneself as a file, by one press; it goes to the person and is kept nowhere."""
    form = Press(request.POST)
    found = perform(request, form, copy_own, person_of(request))
    if found is None:
        return shown(request, form)
    whole = [] if found is True else found
    return download(copy_workbook(str(request.user), whole, on=today()), f"本人信息副本{today():%Y%m%d}.xlsx")


@access(post="mine.see")
def sheet(request):
    """The same as a page to read or print."""
    form = Press(request.POST)
    found = perform(request, form, copy_own, person_of(request))
    if found is None:
        return shown(request, form)
    response = page(request, "privacy/copy.html", holdings=[] if found is True else found, on=today())
    response["Cache-Control"] = "private, no-store"
    return response
