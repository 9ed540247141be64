"""What is registered about oneself, and who has looked at it."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.ui.addresses import known_url
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import page, perform
from jingwei.foundation.ui.plain import shown_once
from jingwei.organizations.selectors import organizations

from ..actions.revealing import reveal_own
from ..selectors.own import own_facts, own_member


@access(get="mine.see", post="mine.see")
@shown_once
def mine(request):
    """A press on 查看全部 shows one's own sealed data in the answer, once; it is kept nowhere."""
    plain = opened(request) if request.method == "POST" else {}
    facts = own_facts(request.user, on=today())
    return page(request, "members/mine.html", plain=plain, ask=known_url("privacy:mine"), **facts)


def opened(request):
    if (member := own_member(request.user)) is None:
        raise Http404
    here = get_object_or_404(organizations(), path=request.actor.path)
    found = perform(request, Press(request.POST), reveal_own, here, member=member)
    return found if isinstance(found, dict) else {}
