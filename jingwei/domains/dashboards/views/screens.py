"""Big screens: given out and ended by those who may, looked at by whoever holds the address."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import page, perform
from jingwei.foundation.ui.paging import paged
from jingwei.foundation.ui.plain import shown_once

from ..actions import screens as acts
from ..forms.screens import ScreenForm
from ..selectors import screens as found
from ..selectors.wall import fewest_shown, wall
from .places import here_of


@access(get="figure.screen")
def screens(request):
    """The addresses given out for one's own organization and those below."""
    listed = paged(request, found.screens(), "-made_on", "-pk")
    rows = [(one, one.opens(today())) for one in listed.rows]
    return page(request, "dashboards/screens.html", page=listed, screens=rows, here=here_of(request))


@access(get="figure.screen", post="figure.screen")
@shown_once
def new_screen(request):
    """Asks for what; the answer shows the address, once, and it is kept nowhere."""
    here = here_of(request)
    form = ScreenForm(request.POST or None, here=here)
    made = made_by(request, form) if request.method == "POST" else None
    if made is None:
        return page(request, "dashboards/new_screen.html", form=form, fewest=fewest_shown(today()))
    address = request.build_absolute_uri(reverse("dashboards:screen", args=[made.token]))
    return page(request, "dashboards/screen_made.html", made=made, address=address)


def made_by(request, form):
    """The screen; None when the form says why not."""
    if not form.is_valid():
        return None
    organization, rest = form.taken()
    form.cleaned_data = rest
    return perform(request, form, acts.make, organization)


@access(post="figure.screen")
def end_screen(request, pk):
    screen = get_object_or_404(found.screens(), pk=pk)
    if perform(request, Press(request.POST), acts.end, screen):
        messages.success(request, f"“{screen}”已停用，它的地址打不开了。")
    return redirect("dashboards:screens")


@access.public("a screen on a wall cannot sign in: whoever holds its secret address sees its figures, and no persons")
def screen(request, token):
    """Wrong, expired and ended addresses are answered alike."""
    opened = found.opened_by(token, on=today())
    if opened is None or request.method not in ("GET", "HEAD"):
        raise Http404("no such screen")
    response = page(request, "dashboards/screen.html", screen=opened, wall=wall(opened.organization, today()))
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
