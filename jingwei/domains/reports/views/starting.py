"""A report is begun: which template, then which months and whose."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.pages import page, perform
from jingwei.organizations.selectors import organizations

from ..actions import reports as actions
from ..forms import StartForm
from ..selectors import templates as reading


@access(get="report.write")
def choose(request):
    """Which template."""
    own = [reading.offered(one) for one in reading.templates()]
    return page(request, "reports/choose.html", ours=reading.ours(), own=own)


def template_of(key):
    """The template of an address, else 404."""
    found = reading.offer(key)
    if found is None:
        raise Http404(key)
    return found


def here_of(request):
    """The organization asked for, else the actor's own."""
    asked = request.GET.get("at", "")
    return get_object_or_404(organizations(), **({"pk": asked} if asked.isdecimal() else {"path": request.actor.path}))


@access(get="report.write", post="report.write")
def start(request, key):
    """Which months and whose; then the draft is there."""
    template, here = template_of(key), here_of(request)
    form = StartForm(request.POST or None, actor=request.actor, here=here, kind=template.kind)
    if request.method == "POST" and form.is_valid():
        here, (first, last) = form.cleaned_data.pop("organization"), form.cleaned_data.pop("period")
        made = perform(request, form, actions.draft, here, template=template, first=first, last=last)
        if made:
            messages.success(request, "草稿写好了。每个数都可以点开核对。")
            return redirect("reports:report", made.pk)
    return page(request, "reports/start.html", template=template, form=form)
