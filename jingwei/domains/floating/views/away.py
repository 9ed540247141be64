"""Those who are away from home."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.record.selectors import history_of
from jingwei.foundation.ui.boxes import box
from jingwei.foundation.ui.pages import lead_on, page, perform
from jingwei.foundation.ui.paging import paged
from jingwei.members.rules.typed import holds_number
from jingwei.members.selectors import members

from ..actions import ending, registering, telling
from ..forms.away import AwayForm, ContactForm, EndForm
from ..rules.away import CONTACT_PERSON, DEFINITION, NEARBY
from ..selectors import away, rows
from .choosing import chosen_from, kept

OPEN = {"": True, "ended": False}


@access(get="floating.see")
def floating(request):
    tab = request.GET.get("tab", "")
    listed = paged(request, rows.floating().filter(ended_on__isnull=OPEN.get(tab, True)), "-id")
    gatherings = away.gatherings(on=today()) if not tab else []
    shown = away.listed(listed.rows, on=today())
    return page(request, "floating/floating.html", page=listed, shown=shown, gatherings=gatherings, tab=tab)


@access(get="floating.edit", post="floating.edit")
@box(holds_number)
def choose(request):
    return chosen_from(request, "floating/choose.html", route="floating:register", title="流出登记")


@access(get="floating.edit", post="floating.edit")
def register(request, pk):
    member = get_object_or_404(members(), pk=pk)
    request.actor.must("floating.edit", member.place())
    form = AwayForm(request.POST or None)
    if request.method == "POST" and (row := perform(request, form, registering.register_away, member)):
        messages.success(request, "已登记。流入地在本平台上的，已请对方接收。")
        return redirect("floating:one", row.pk)
    basis = [DEFINITION.basis, CONTACT_PERSON.basis]
    return page(request, "floating/register.html", form=form, member=member, basis=basis)


@access(get="floating.see")
def one(request, pk):
    return shown(request, get_object_or_404(rows.floating(), pk=pk))


def shown(request, row, form=None):
    """The page of somebody who is away, for either side."""
    facts = away.page_of(row, request.actor, on=today())
    contacting, closing = kept(form, ContactForm(), EndForm())
    forms = {"form": form, "contacting": contacting, "ending": closing, "basis": NEARBY.basis}
    return page(request, "floating/one.html", history=history_of(row), **forms, **facts)


@access(post="floating.edit")
def contact(request, pk):
    row = get_object_or_404(rows.floating(), pk=pk)
    form = ContactForm(request.POST)
    answer = lead_on(request, form, telling.keep_in_touch, row, "已登记。", "floating:one", pk)
    return answer or shown(request, row, form)


@access(post="floating.edit")
def end(request, pk):
    row = get_object_or_404(rows.floating(), pk=pk)
    form = EndForm(request.POST)
    answer = lead_on(request, form, ending.come_back, row, "已登记返回。", "floating:one", pk)
    return answer or shown(request, row, form)
