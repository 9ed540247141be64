"""Packs: made, read, confirmed."""

from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.access.side_doors import side_door
from jingwei.foundation.clock import today
from jingwei.foundation.ui.downloads import download
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import lead_on, page, perform
from jingwei.foundation.ui.paging import paged

from . import actions, exports
from .forms import InsteadForm, KeysForm, PrepareForm, SuccessorForm
from .selectors import packs as reading

side_door("handover:word", of=reading.handovers)


@access(get="handover.see")
def packs(request):
    rows = paged(request, reading.handovers(), "-opened_on", "-id")
    own = reading.posts_with_work(on=today()).filter(pk=request.actor.post_id).first()
    return page(request, "handover/packs.html", page=rows, own=own, standing_of=reading.standing_of)


@access(get="handover.confirm", post="handover.confirm")
def preparing(request, pk):
    post = get_object_or_404(reading.posts_with_work(on=today()), pk=pk)
    request.actor.must("handover.confirm", post.place())
    form = PrepareForm(request.POST or None, post=post)
    if request.method == "POST" and (pack := perform(request, form, actions.prepare, post)):
        messages.success(request, "交接包已生成。请核对，再确认移交。")
        return redirect("handover:pack", pack.pk)
    return page(request, "handover/preparing.html", post=post, form=form)


def shown(request, pack, form=None):
    """The page of a pack; `form` is one that was not done."""
    forms: dict[str, Any] = {
        "keys": KeysForm(initial={"keys": pack.keys}),
        "naming": SuccessorForm(post=pack.leaver),
        "instead": InsteadForm(),
    }
    forms = {name: form if isinstance(form, type(empty)) else empty for name, empty in forms.items()}
    return page(
        request, "handover/pack.html", form=form, **forms, **reading.pack_facts(pack, request.actor, on=today())
    )


@access(get="handover.see")
def pack(request, pk):
    return shown(request, get_object_or_404(reading.handovers(), pk=pk))


def step(act, done, form_of=lambda request, pack: Press(request.POST)):
    """One press or one small form on the page of a pack."""

    @access(post="handover.confirm")
    def view(request, pk):
        pack = get_object_or_404(reading.handovers(), pk=pk)
        form = form_of(request, pack)
        return lead_on(request, form, act, pack, done, "handover:pack", pk) or shown(request, pack, form)

    return view


revision = step(actions.revise, "已按现在的情况重新生成。", lambda request, pack: KeysForm(request.POST))
successor = step(
    actions.name_successor, "接任人已确定。", lambda request, pack: SuccessorForm(request.POST, post=pack.leaver)
)
giving = step(actions.give, "已确认移交。")
giving_instead = step(actions.give_instead, "已代为确认移交。", lambda request, pack: InsteadForm(request.POST))
taking = step(actions.take, "已确认接收。")
withdrawal = step(actions.withdraw, "已取消交接。")


@access(get="handover.see")
def word(request, pk):
    pack = get_object_or_404(reading.handovers(), pk=pk)
    return download(exports.pack_word(pack), f"{pack.organization.short_name}工作交接清单.docx")
