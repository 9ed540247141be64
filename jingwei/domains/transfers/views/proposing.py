"""A branch proposes a transfer: first who, then where."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.boxes import box
from jingwei.foundation.ui.pages import page, perform
from jingwei.members.rules.typed import holds_number
from jingwei.members.selectors import members, search

from ..actions.proposing import propose as propose_action
from ..forms import ProposalForm
from ..rules import WITHIN_PROVINCE
from ..selectors.places import destinations_near

MANY = 50


@access(get="transfer.propose", post="transfer.propose")
@box(holds_number)
def choose(request):
    """Look the member up; a small branch is listed whole."""
    words, misplaced = request.box.words, request.box.misplaced
    found = search(words, at=request.actor.path) if words or misplaced else members()
    return page(request, "transfers/choose.html", found=list(found[: MANY + 1]), many=MANY, words=words)


@access(get="transfer.propose", post="transfer.propose")
def propose(request, pk):
    member = get_object_or_404(members(), pk=pk)
    request.actor.must("transfer.propose", member.place())
    start = {"target": request.GET.get("to", ""), "reason": "away" if request.GET.get("to") else ""}
    form = ProposalForm(request.POST or None, initial=start)
    if request.method == "POST" and (transfer := perform(request, form, propose_action, member)):
        messages.success(request, "已提出，送党委审核。办完以前，党员仍在原支部。")
        return redirect("transfers:transfer", transfer.pk)
    offers = destinations_near(request.actor.path)
    return page(request, "transfers/propose.html", form=form, member=member, offers=offers, basis=WITHIN_PROVINCE.basis)
