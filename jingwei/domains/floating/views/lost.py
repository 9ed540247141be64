"""Members who cannot be reached."""

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

from ..actions import searching
from ..forms.lost import ApproveForm, FoundForm, LostForm, ResolveForm, SearchForm, SuspendForm
from ..rules.lost import LEAVING, LOST, RESTORATION, SUSPENDED
from ..selectors import missing, rows
from .choosing import chosen_from, kept

OPEN = {"": True, "ended": False}
FORMS = {"suspend": SuspendForm, "remove": ResolveForm, "approve": ApproveForm}
BASES = {
    "lost": LOST.current.basis,
    "suspended": SUSPENDED.current.basis,
    "leaving": LEAVING.basis,
    "restoration": RESTORATION.basis,
}


@access(get="floating.see")
def lost(request):
    tab = request.GET.get("tab", "")
    listed = paged(request, rows.lost().filter(ended_on__isnull=OPEN.get(tab, True)), "last_contact_on", "id")
    return page(request, "floating/lost.html", page=listed, shown=missing.matters(listed.rows, on=today()), tab=tab)


@access(get="floating.edit", post="floating.edit")
@box(holds_number)
def choose(request):
    return chosen_from(request, "floating/choose.html", route="floating:lost_register", title="登记失联")


@access(get="floating.edit", post="floating.edit")
def register(request, pk):
    member = get_object_or_404(members(), pk=pk)
    request.actor.must("floating.edit", member.place())
    form = LostForm(request.POST or None)
    if request.method == "POST" and (row := perform(request, form, searching.report_lost, member)):
        messages.success(request, "已登记。请把每一次查找都记下来。")
        return redirect("floating:lost_one", row.pk)
    return page(request, "floating/lost_register.html", form=form, member=member, bases=BASES)


@access(get="floating.see")
def one(request, pk):
    return shown(request, get_object_or_404(rows.lost(), pk=pk))


def shown(request, row, form=None):
    """The page of a lost member, with the form of the procedure that is open."""
    facts = missing.page_of(row, request.actor, on=today())
    deciding = FORMS[facts["matter"].due]() if facts["matter"].due else None
    names = ("searching", "deciding", "finding")
    fresh = kept(form, SearchForm(initial={"on": today()}), deciding, FoundForm(suspended=row.suspended_on is not None))
    forms = {"form": form, **dict(zip(names, fresh, strict=True))}
    return page(request, "floating/lost_one.html", history=history_of(row), bases=BASES, **forms, **facts)


def acted(request, pk, form, act, done):
    """Do one thing; the page again where that is refused."""
    row = get_object_or_404(rows.lost(), pk=pk)
    return lead_on(request, form, act, row, done, "floating:lost_one", pk) or shown(request, row, form)


@access(post="floating.edit")
def search(request, pk):
    return acted(request, pk, SearchForm(request.POST), searching.add_search, "已登记这次查找。")


@access(post="floating.edit")
def suspension(request, pk):
    return acted(request, pk, SuspendForm(request.POST), searching.suspend, "已登记停止党籍。")


@access(post="floating.edit")
def resolution(request, pk):
    return acted(request, pk, ResolveForm(request.POST), searching.resolve_removal, "已登记支部大会决定，请上级批准。")


@access(post="floating.edit")
def removal(request, pk):
    return acted(request, pk, ApproveForm(request.POST), searching.approve_removal, "已批准除名。")


@access(post="floating.edit")
def found(request, pk):
    return acted(request, pk, FoundForm(request.POST), searching.found, "已登记取得联系。")
