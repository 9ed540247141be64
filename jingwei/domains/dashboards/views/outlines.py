"""Outlines of areas: what is loaded, a file looked at before it is loaded, the file of a map."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.marks import key_not_needed
from jingwei.foundation.access.routes import access
from jingwei.foundation.access.side_doors import side_door
from jingwei.foundation.errors import Refused
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import page, perform
from jingwei.foundation.ui.paging import paged
from jingwei.organizations.selectors import organizations

from ..actions import outlines as acts
from ..forms.outlines import LoadForm, OutlinesForm
from ..selectors import maps
from .places import here_of

side_door("dashboards:outlines_file", of=maps.outlines, shows=lambda one: str(one.organization))


@access(get="figure.outline")
def outlines(request):
    """The outlines of one's own organization and of those below."""
    here = here_of(request)
    listed = paged(request, maps.outlines_at(here), "organization__path")
    return page(request, "dashboards/outlines.html", here=here, page=listed, has_map=maps.has_map(here))


@access(get="figure.outline", post="figure.outline")
@key_not_needed("a look at a file writes nothing")
def new_outlines(request):
    """Asks for a file; the answer shows what loading it would do."""
    here, form = here_of(request), OutlinesForm(request.POST or None, request.FILES or None)
    matching = looked_at(form, here) if request.method == "POST" else None
    if matching is None:
        return page(request, "dashboards/new_outlines.html", form=form, here=here)
    content, source = acts.kept(matching), form.cleaned_data["source"]
    confirm = LoadForm(initial={"content": content, "source": source})
    return page(request, "dashboards/outlines_preview.html", here=here, matching=matching, source=source, load=confirm)


def looked_at(form, here):
    """What loading the file would do; None when the form says why not."""
    if not form.is_valid():
        return None
    try:
        return acts.previewed(here, form.cleaned_data["upload"])
    except Refused as refusal:
        form.refusal = refusal
        return None


@access(post="figure.outline")
def load_outlines(request):
    here, form = here_of(request), LoadForm(request.POST)
    if loaded := perform(request, form, acts.load, here):
        messages.success(request, f"已载入 {len(loaded)} 个组织的边界。")
        return redirect("dashboards:outlines")
    return page(request, "dashboards/new_outlines.html", form=OutlinesForm(), refused=form, here=here, status=422)


@access(post="figure.outline")
def outline_removal(request, pk):
    outline = get_object_or_404(maps.outlines(), pk=pk)
    if perform(request, Press(request.POST), acts.remove, outline):
        messages.success(request, f"已删除{outline.organization}的边界。")
    return redirect("dashboards:outlines")


@access(get="figure.see")
def outlines_file(request):
    """GeoJSON of all outlines in reach; `?under=` an organization: of those directly below it."""
    under = request.GET.get("under", "")
    found = maps.outlines()
    if under:
        found = maps.children_outlines(get_object_or_404(organizations(), pk=int(under) if under.isdecimal() else 0))
    response = JsonResponse(maps.collection(found), json_dumps_params={"ensure_ascii": False, "separators": (",", ":")})
    response["Cache-Control"] = "private, no-store"
    return response
