"""The page of one member, and looking at what is kept sealed."""

from django.http import Http404

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.secrets.forms import LookForm
from jingwei.foundation.ui.pages import page, perform
from jingwei.foundation.ui.plain import shown_once

from ..actions.revealing import reveal
from ..selectors.person import SEALED, person_facts, title_of
from .rows import owned


@access(get="member.see")
def member(request, pk):
    found = owned(request, pk, "member.see")
    return page(request, "members/member.html", **person_facts(found, request.actor, on=today()))


@access(get="member.reveal", post="member.reveal")
@shown_once
def look(request, pk, field):
    """Asks what for; the answer shows the plain text, once, and is kept nowhere."""
    if field not in SEALED:
        raise Http404
    found = owned(request, pk, "member.reveal")
    form = LookForm(request.POST or None)
    plain = perform(request, form, reveal, found, field=field) if request.method == "POST" else None
    context = {"member": found, "title": title_of(field), "form": form, "plain": plain, "field": field}
    return page(request, "members/look.html", **context)
