"""The requests that an office answers."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.record.selectors import history_of
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import lead_on, page, perform
from jingwei.foundation.ui.paging import paged

from ..actions import carry_out, decide
from ..forms import DecideForm
from ..selectors import rights as reading
from ..selectors import what_of


@access(get="privacy.see")
def requests(request):
    found = reading.waiting(request.actor) if request.GET.get("open") else reading.requests()
    rows = paged(request, found, "due_on", "id")
    return page(request, "privacy/requests.html", page=rows, on=today(), what_of=what_of)


def shown(request, found, form, answer):
    """The page of a request: `form` is what was sent, `answer` the form of the answer."""
    facts = {
        "wish": found,
        "on": today(),
        "entry": what_of(found.what),
        "history": history_of(found),
        "may": request.actor.may("privacy.decide", found.path) and found.owner_id != request.user.pk,
    }
    return page(request, "privacy/request.html", form=form, answer_form=answer, **facts)


@access(get="privacy.see", post="privacy.decide")
def one(request, pk):
    found = get_object_or_404(reading.requests(), pk=pk)
    form = DecideForm(request.POST or None)
    if request.method == "POST" and perform(request, form, decide, found):
        messages.success(request, "答复已登记，本人可以看到。")
        return redirect("privacy:request", pk)
    return shown(request, found, form, form)


@access(post="privacy.decide")
def done(request, pk):
    found = get_object_or_404(reading.requests(), pk=pk)
    form = Press(request.POST)
    answer = lead_on(request, form, carry_out, found, "已办结。", "privacy:request", pk)
    return answer or shown(request, found, form, DecideForm())
