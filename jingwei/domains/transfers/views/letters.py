"""The letter to an organization outside: issued, issued again, receipted, taken back, printed."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.access.side_doors import side_door
from jingwei.foundation.errors import Refused
from jingwei.foundation.ui.downloads import download

from ..actions import writing
from ..actions.opening import open_number
from ..forms import LetterForm, ReasonForm, ReceiptForm, ReissueForm
from ..papers import letter_word as word_of
from ..selectors import rows
from .transfers import stepped

side_door("transfers:letter_word", of=rows.letters)


@access(post="transfer.approve")
def issue(request, pk):
    step = get_object_or_404(rows.steps(), pk=pk)
    form = LetterForm(request.POST, step=step, agree="同意转出，开具介绍信")
    return stepped(request, pk, form, writing.issue, "审核意见已记下。")


@access(post="transfer.approve")
def reissue(request, pk):
    form = ReissueForm(request.POST, step=get_object_or_404(rows.steps(), pk=pk))
    return stepped(request, pk, form, writing.reissue, "介绍信已重开。")


@access(post="transfer.approve")
def receipt(request, pk):
    return stepped(request, pk, ReceiptForm(request.POST), writing.enter_receipt, "回执已登记，组织关系已转出。")


@access(post="transfer.approve")
def recall(request, pk):
    return stepped(request, pk, ReasonForm(request.POST), writing.recall, "介绍信已收回，党员仍在原支部。")


@access(get="transfer.approve")
def letter_word(request, pk):
    """The identity number on the letter is opened by a look, which the member sees."""
    letter = get_object_or_404(rows.letters(), pk=pk)
    try:
        number = open_number(request.actor, letter)
    except Refused as refusal:
        messages.error(request, str(refusal.message))
        return redirect("transfers:transfer", letter.transfer_id)
    return download(word_of(letter, id_number=number), f"组织关系介绍信{letter.number}.docx")
