from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.pages import page

from . import selectors
from .forms import ActFilter
from .spreadsheet import as_csv
from .wording import changes_of


@access(get="record.see")
def acts(request: HttpRequest) -> HttpResponse:
    """The acts in reach, newest first, a page at a time."""
    form = ActFilter(request.GET)
    chosen = form.chosen()
    rows, onward = selectors.page_of(selectors.acts(**chosen), request.GET.get("before"))
    facts: dict[str, Any] = {
        "next_href": f"?{urlencode({**chosen, 'before': onward})}" if onward else "",
        "first_href": f"?{urlencode(chosen)}" if "before" in request.GET else "",
        "export_href": f"{reverse('record:export')}?{urlencode(chosen)}",
    }
    return page(request, "record/acts.html", filters=form, acts=rows, **facts)


@access(get="record.see")
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """One act: who, through which post, when, what, before and after."""
    found = get_object_or_404(selectors.acts(), pk=pk)
    return page(request, "record/act.html", act=found, changes=changes_of(found))


@access(get="record.see")
def export(request: HttpRequest) -> HttpResponse:
    """The same acts as a table."""
    found = selectors.acts(**ActFilter(request.GET).chosen())
    response = HttpResponse(as_csv(found.iterator()), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="acts.csv"'
    return response
