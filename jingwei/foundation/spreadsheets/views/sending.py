"""A file comes in."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.pages import page, perform

from ..actions import sending as acts
from ..forms import SendForm
from ..registers import registers
from ..tasks import check_intake


def register_called(request, key, permission):
    """The register of that key, if the actor may do that much with it."""
    register = registers().get(key)
    if register is None:
        raise Http404
    request.actor.must(getattr(register, permission), request.actor.path)
    return register


@access(get="spreadsheet.apply", post="spreadsheet.apply")
def sending(request, key):
    register = register_called(request, key, "edit")
    form = SendForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        intake = perform(request, form, acts.send, acts.blank(request.actor, key))
        if intake:
            again(request, intake)
            return redirect("spreadsheets:intake", intake.pk)
    return page(request, "spreadsheets/sending.html", form=form, register=register)


def again(request, intake):
    """Have a new file checked; say so when it is not new."""
    if intake.originals.filter(checked=False).exists():
        check_intake.enqueue(intake.pk, request.actor.post_id)
    else:
        messages.info(request, "这个文件已经上传过，接着上次的办。")
