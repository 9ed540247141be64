"""One figure, ratio or index of an organization; and the list of all that are declared."""

from typing import Any

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.ui.pages import page

from ..selectors import definitions
from ..selectors.details import figure_facts
from .places import above, declared_or_404, door, here_of, looked, past_of


@access(get="figure.see")
def figure(request, pk, key):
    """What it is, how it went, cut open, and of those below."""
    here, one, (form, on, known_on) = here_of(request, pk), declared_or_404(key), looked(request)
    facts: dict[str, Any] = {
        "facts": figure_facts(here, one, request.actor, on, known_on=known_on),
        "above": above(here, request.actor),
        "kind": definitions.kind_of(one),
        "compared": definitions.compared_with(one),
        "basis": definitions.basis_of(one, on),
        "differences": door("dashboards:differences", here.pk, key),
        **past_of(known_on),
    }
    return page(request, "dashboards/figure.html", here=here, one=one, day=form, on=on, known_on=known_on, **facts)


@access(get="figure.see")
def catalogue(request):
    """All definitions by group."""
    here = here_of(request)
    facts: dict[str, Any] = {"groups": definitions.groups(), "words": definitions, "on": today()}
    facts["total"] = sum(len(group.rows) for group in facts["groups"])
    return page(request, "dashboards/catalogue.html", here=here, **facts)
