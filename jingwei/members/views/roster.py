"""Who was where on a day."""

from django.shortcuts import get_object_or_404

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.pages import page
from jingwei.organizations.selectors.rows import ever

from ..forms.roster import RosterForm
from ..selectors import roster as rosters


@access(get="member.see")
def roster(request):
    form = RosterForm(request.GET)
    days = form.chosen()
    wanted = {"pk": days["at"]} if days["at"] else {"path": request.actor.path}
    at = get_object_or_404(ever(), **wanted)
    request.actor.must("member.see", at.path)
    on, known = days["on"], days["known"]
    found = rosters.roster(at, true_on=on, known_on=known)
    first, second = sorted((on, days["other"] or on))
    differing = rosters.differences(at, first=first, second=second, known_on=known) if days["other"] else None
    context = {"on": on, "known": known, "first": first, "second": second, "other": days["other"]}
    return page(request, "members/roster.html", filter=form, at=at, found=found, differing=differing, **context)
