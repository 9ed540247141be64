"""Writing a member's record: enrolling, correcting what was wrong, changing what is otherwise from a day on."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.ui.pages import page, perform
from jingwei.organizations.selectors import organizations

from .. import actions
from ..choices import FactKind
from ..forms.editing import ChangeValueForm, ContactForm, CorrectForm, EnrolForm
from ..rules.changing import CHANGING
from .rows import owned


@access(get="member.edit", post="member.edit")
def enrolment(request):
    at = request.GET.get("at", "")
    wanted = {"pk": at} if at.isdecimal() else {"path": request.actor.path}
    branch = get_object_or_404(organizations(), **wanted)
    request.actor.must("member.edit", branch.path)
    form = EnrolForm(request.POST or None)
    if request.method == "POST" and (member := perform(request, form, actions.enrol, branch)):
        messages.success(request, f"{member.name}已登记。")
        return redirect("members:member", member.pk)
    return page(request, "members/enrolment.html", form=form, branch=branch)


@access(get="member.edit", post="member.edit")
def correction(request, pk):
    told = "登记错了的，在这里改对，原来写的仍然留底。从某一天起变了的，请回到党员页面点那一项的“变更”。"
    return written(request, pk, CorrectForm, actions.correct, "更正", "已更正。", told)


@access(get="member.edit", post="member.edit")
def contact(request, pk):
    told = "这些内容加密保存，页面上只显示一部分；查看全部要写明用途，本人能看到谁看过。"
    return written(request, pk, ContactForm, actions.contact, "登记联系方式", "已保存。", told, member=None)


@access(get="member.edit", post="member.edit")
def change(request, pk, kind):
    if kind not in CHANGING:
        raise Http404
    title = f"变更{FactKind(kind).label}"
    told = "从某一天起变了的，写明从哪一天起；以前的内容留作沿革。登记错了的，请用“更正”。"
    return written(request, pk, ChangeValueForm, actions.change, title, "已变更。", told, kind=kind)


def written(request, pk, form_class, act, title, done, told, **options):
    """A page with one form about a member: `act` on the member, then the member's page."""
    member = owned(request, pk, "member.edit")
    given = {"member": member, **options}
    form = form_class(request.POST or None, **{name: value for name, value in given.items() if value is not None})
    extra = {"kind": options["kind"]} if "kind" in options else {}
    if request.method == "POST" and perform(request, form, act, member, **extra):
        messages.success(request, done)
        return redirect("members:member", member.pk)
    return page(request, "members/form.html", form=form, member=member, title=title, told=told)
