"""The rows behind a figure, as a page and as a workbook."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from jingwei.foundation.access.routes import access
from jingwei.foundation.access.side_doors import side_door
from jingwei.foundation.clock import today
from jingwei.foundation.spreadsheets.workbooks import workbook
from jingwei.foundation.ui.downloads import download
from jingwei.foundation.ui.pages import page
from jingwei.foundation.ui.paging import paged
from jingwei.kernels.figures.declaring import figures
from jingwei.kernels.figures.listing import list_of
from jingwei.members.selectors import members

from ..exports import MOST_ROWS, rows_sheet
from ..forms.looking import asked_of
from ..selectors.drilling import drilled
from .places import above, here_of

# The list behind the number of members stands for all lists where the ways out are tried.
side_door("dashboards:rows_workbook", of=members)


@access(get="figure.see")
def rows(request, pk, key):
    """What a figure counts, as the reader may see it."""
    here = here_of(request, pk)
    found = drilled_or_404(request, here, key)
    listed = paged(request, found.rows, *found.listed.order)
    query = request.GET.urlencode()
    facts = {"found": found, "page": listed, "query": query, "above": above(here, request.actor), "most": MOST_ROWS}
    return page(request, "dashboards/rows.html", here=here, on=today(), **facts)


@access(get="figure.see")
def rows_workbook(request, pk, key):
    found = drilled_or_404(request, here_of(request, pk), key)
    if found.rows.order_by()[: MOST_ROWS + 1].count() > MOST_ROWS:
        messages.error(request, f"一次最多导出 {MOST_ROWS:,} 条。请到下级组织的页面，或者按分组、月份分开导出。")
        return redirect(f"{reverse('dashboards:rows', args=[pk, key])}?{request.GET.urlencode()}")
    return download(workbook([rows_sheet(found)]), f"{found.figure.title}明细{today():%Y%m%d}.xlsx")


def drilled_or_404(request, here, key):
    """The rows; 404 for no such figure, list or cut, 403 for who may not see the list of such rows."""
    figure = figures().get(key)
    listed = list_of(figure.source) if figure else None
    if figure is None or listed is None:
        raise Http404(key)
    request.actor.must(listed.permission, here.path)
    try:
        return drilled(figure, listed, here, asked_of(request.GET), today())
    except KeyError:
        raise Http404(request.GET["cut"]) from None
