"""How a view answers: a page, or the page again with what was wrong."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jingwei.foundation.errors import Refused, Stale


def page(request: HttpRequest, template: str, /, status: int = 200, **context: Any) -> HttpResponse:
    """The page. A form in the context that was refused gives 422, one that was overtaken 409."""
    form = context.get("form")
    if form is not None and form.is_bound and status == 200:
        refused = form.errors or getattr(form, "refusal", None)
        status = 409 if getattr(form, "stale", None) else 422 if refused else 200
    return render(request, template, context, status=status)


def perform(request: Any, form: Any, act: Any, subject: Any, /, **extra: Any) -> Any:
    """Run `act` on `subject`, for the request's actor, with the form's cleaned data (and `extra`). The act's result
    (True where it has none) when done; None when the form or a rule says no, and then the form says why: errors,
    `refusal` (Refused) or `stale` (the row as it is now), which ui/answer.html shows."""
    if not form.is_valid():
        return None
    data = {**form.cleaned_data, **extra}
    if version := request.POST.get("version", ""):
        data["version"] = int(version) if version.isdigit() else 0
    try:
        return act(request.actor, subject, **data) or True
    except Refused as refusal:
        form.refusal = refusal
    except Stale as stale:
        form.stale = stale.current
    return None


def lead_on(
    request: Any, form: Any, act: Any, subject: Any, /, said: str, *to: Any, **extra: Any
) -> HttpResponse | None:
    """Like `perform`: when done, say so, and lead on (`to`: a route and its arguments, or an address); None else."""
    if not perform(request, form, act, subject, **extra):
        return None
    messages.success(request, said)
    return redirect(*to)
