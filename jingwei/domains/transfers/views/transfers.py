"""The list of transfers, the page of one, and the steps that are pressed there."""

from django.shortcuts import get_object_or_404

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.record.selectors import history_of
from jingwei.foundation.ui.pages import lead_on, page
from jingwei.foundation.ui.paging import paged

from ..actions import deciding, proposing
from ..forms import DecisionForm, LetterForm, ReasonForm, ReceiptForm, ReissueForm
from ..selectors import pages, rows
from ..selectors.waiting import waiting_for

OPEN = {"": True, "ended": False}


@access(get="transfer.see")
def transfers(request):
    """What waits for the actor stands first."""
    tab = request.GET.get("tab", "")
    listed = paged(request, rows.transfers().filter(ended_on__isnull=OPEN.get(tab, True)), "-id")
    facts = pages.list_facts(request.actor, on=today())
    lines = waiting_for(request.actor, today())
    shown = pages.listed(listed.rows, on=today())
    return page(
        request, "transfers/transfers.html", page=listed, shown=shown, lines=lines, tab=tab, on=today(), **facts
    )


def shown(request, transfer, sent=None):
    """The page of a transfer, with the forms of the step that the actor may do; `sent` is one that was refused."""
    facts = pages.facts(transfer, request.actor, on=today())
    again = ReissueForm(step=facts["step"]) if facts["turn"] == "receipt" and facts["expired"] else None
    fresh = {"deciding": form_of(facts), "again": again, "taking_back": ReasonForm()}
    forms = {name: sent if type(sent) is type(one) else one for name, one in fresh.items()}
    facts = {**facts, **forms, "history": history_of(transfer), "on": today()}
    return page(request, "transfers/transfer.html", form=sent, **facts)


def form_of(facts):
    """The form of the step that is open, if the actor may do it."""
    agree = {"propose": "支部同意提出", "receive": "接收"}
    if facts["turn"] == "letter":
        return LetterForm(step=facts["step"], agree="同意转出，开具介绍信")
    if facts["turn"] == "receipt":
        return ReceiptForm()
    return DecisionForm(agree=agree.get(facts["turn"], "同意")) if facts["turn"] else None


@access(get="transfer.see")
def transfer(request, pk):
    return shown(request, get_object_or_404(rows.transfers(), pk=pk))


def stepped(request, pk, form, act, done):
    """Do a step; the page again where that is refused."""
    step = get_object_or_404(rows.steps(), pk=pk)
    answer = lead_on(request, form, act, step, done, "transfers:transfer", step.transfer_id)
    return answer or shown(request, get_object_or_404(rows.transfers(), pk=step.transfer_id), form)


@access(post="transfer.propose")
def proposal(request, pk):
    form = DecisionForm(request.POST, agree="支部同意提出")
    return stepped(request, pk, form, proposing.take_up, "已办理。")


@access(post="transfer.approve")
def review(request, pk):
    return stepped(request, pk, DecisionForm(request.POST), deciding.review, "审核意见已记下。")


@access(post="transfer.propose")
def reception(request, pk):
    form = DecisionForm(request.POST, agree="接收")
    return stepped(request, pk, form, deciding.receive, "已办理。接收的，组织关系从今天起在本支部。")


@access(post="transfer.propose")
def revocation(request, pk):
    transfer = get_object_or_404(rows.transfers(), pk=pk)
    form = ReasonForm(request.POST)
    answer = lead_on(request, form, proposing.revoke, transfer, "已撤回，党员仍在原支部。", "transfers:transfer", pk)
    return answer or shown(request, transfer, form)
