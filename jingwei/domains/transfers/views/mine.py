"""A member's own transfer: where it stands, asked for and taken back on the phone."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.ui.pages import lead_on, page, perform
from jingwei.members.selectors.own import own_member
from jingwei.organizations.selectors import organizations

from ..actions import proposing
from ..forms import ProposalForm, ReasonForm
from ..rules import BETWEEN_COMMITTEES
from ..selectors import own
from ..selectors.places import destinations_near


@access(get="mine.see")
def mine(request):
    return shown(request, ReasonForm())


def shown(request, form):
    """One's own transfers, the one that is open first."""
    facts = own.own_facts(request.user, request.actor, on=today())
    return page(request, "transfers/mine.html", form=form, basis=BETWEEN_COMMITTEES.basis, **facts)


@access(get="mine.ask", post="mine.ask")
def ask(request):
    member = own_member(request.user)
    if member is None:
        raise Http404
    form = ProposalForm(request.POST or None)
    here = get_object_or_404(organizations(), path=request.actor.path)
    if request.method == "POST" and perform(request, form, proposing.ask, here, member=member):
        messages.success(request, "已送支部。支部提出后，党委审核。")
        return redirect("transfers:mine")
    offers = destinations_near(member.path)
    return page(request, "transfers/ask.html", form=form, member=member, offers=offers)


@access(post="mine.ask")
def revocation(request, pk):
    transfer = get_object_or_404(own.own_transfers(request.user), pk=pk)
    here = get_object_or_404(organizations(), path=request.actor.path)
    form = ReasonForm(request.POST)
    answer = lead_on(request, form, proposing.revoke_own, here, "已撤回。", "transfers:mine", transfer=transfer)
    return answer or shown(request, form)
