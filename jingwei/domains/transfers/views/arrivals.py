"""Members who come from outside with a letter."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.access.side_doors import side_door
from jingwei.foundation.ui.downloads import download
from jingwei.foundation.ui.pages import page, perform
from jingwei.foundation.ui.paging import paged

from ..actions.arriving import arrive
from ..forms import ArrivalForm
from ..papers import receipt_word as word_of
from ..rules import ACROSS_SYSTEMS
from ..selectors import rows
from ..selectors.places import destinations_near

side_door("transfers:receipt_word", of=rows.arrivals)


@access(get="transfer.see")
def arrivals(request):
    return page(request, "transfers/arrivals.html", page=paged(request, rows.arrivals(), "-id"))


@access(get="transfer.approve", post="transfer.approve")
def new_arrival(request):
    form = ArrivalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        branch = form.cleaned_data.pop("branch")
        if perform(request, form, arrive, branch):
            messages.success(request, "已接收，编入支部。请打印回执，交回或寄回对方党委。")
            return redirect("transfers:arrivals")
    offers = destinations_near(request.actor.path)
    return page(request, "transfers/new_arrival.html", form=form, offers=offers, basis=ACROSS_SYSTEMS.basis)


@access(get="transfer.approve")
def receipt_word(request, pk):
    arrival = get_object_or_404(rows.arrivals(), pk=pk)
    return download(word_of(arrival), f"介绍信回执{arrival.letter_number}.docx")
