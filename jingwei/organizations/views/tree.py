"""The tree of organizations, and the page of one."""

from django.shortcuts import get_object_or_404

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.ui.pages import page
from jingwei.foundation.ui.paging import paged

from ..forms.before import DayForm
from ..selectors import rows
from ..selectors import tree as growing
from ..selectors.before import tree_on
from ..selectors.facts import organization_facts


@access(get="organization.see")
def tree(request):
    """The actor's organization, or the one asked for, with what is below it; or what a search finds."""
    if words := request.GET.get("q", "").strip():
        found = paged(request, growing.search(words), "path")
        rows_found = growing.with_superiors(found.rows)
        return page(request, "organizations/found.html", words=words, page=found, found=rows_found)
    asked = request.GET.get("at", "")
    wanted = {"pk": asked} if asked.isdecimal() else {"path": request.actor.path}
    here = get_object_or_404(rows.organizations(), **wanted)
    node = growing.whole(here, request.actor)
    level = None if node else paged(request, growing.children(here), "path")
    nodes = growing.counted(level.rows, request.actor) if level else []
    superiors = [one for one in rows.above(here.path) if request.actor.may("organization.see", one.path)]
    return page(request, "organizations/tree.html", here=here, node=node, page=level, nodes=nodes, superiors=superiors)


@access(get="organization.see")
def before(request):
    """The tree as it was on a day."""
    asked = request.GET.get("at", "")
    wanted = {"pk": asked} if asked.isdecimal() else {"path": request.actor.path}
    here = get_object_or_404(rows.ever(), **wanted)
    request.actor.must("organization.see", here.path)
    chosen = DayForm(request.GET if "on" in request.GET else None, initial={"at": here.pk, "on": today()})
    on = chosen.cleaned_data["on"] if chosen.is_valid() else today()
    return page(request, "organizations/before.html", chosen=chosen, here=here, node=tree_on(here, on), on=on)


@access(get="organization.see")
def organization(request, pk):
    organization = get_object_or_404(rows.ever(), pk=pk)
    facts = organization_facts(organization, request.actor, on=today())
    return page(request, "organizations/organization.html", **facts)
