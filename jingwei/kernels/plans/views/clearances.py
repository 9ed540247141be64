"""Pages of clearances: asked, decided, in force."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.record.selectors import history_of
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import lead_on, page, perform
from jingwei.foundation.ui.paging import paged

from ..actions import clearing
from ..forms.clearances import ClearanceForm, DecisionForm
from ..selectors import clearances as reading
from ..selectors import plans, weighing
from ..selectors.tasks import issuer_of
from .rows import chosen


@access(get="clearance.see")
def clearances(request):
    found = reading.clearances()
    state = request.GET.get("state", "")
    if state:
        found = found.filter(state=state)
    return page(request, "plans/clearances.html", page=paged(request, found, "-id"), state=state)


@access(get="clearance.ask", post="clearance.ask")
def ask(request):
    duty = chosen(plans.duties(), request.GET.get("duty", ""))
    form = ClearanceForm(request.POST or None, path=request.actor.path, duty=duty)
    own = issuer_of(request.actor.path)
    if request.method == "POST" and (clearance := perform(request, form, clearing.ask, own)):
        messages.success(request, "申请已送区里审核。")
        return redirect("plans:clearance", clearance.pk)
    asked = weighing.asked_in_area(form.area_now, on=today())
    return page(request, "plans/clearance_ask.html", form=form, duty=duty, held=reading.held(request.actor), **asked)


def shown(request, clearance, form):
    """The page of a clearance."""
    facts = {**reading.clearance_facts(clearance, request.actor), **weighing.weight_of(clearance, on=today())}
    return page(request, "plans/clearance.html", form=form, history=history_of(clearance), **facts)


@access(get="clearance.see", post="clearance.decide")
def clearance(request, pk):
    clearance = get_object_or_404(reading.clearances(), pk=pk)
    form = DecisionForm(request.POST or None, initial={"until": clearance.until})
    if request.method == "POST" and perform(request, form, clearing.decide, clearance):
        messages.success(request, "审核结果已送申请单位。")
        return redirect("plans:clearance", pk)
    return shown(request, clearance, form)


@access(post="clearance.ask")
def clearance_withdrawal(request, pk):
    clearance = get_object_or_404(reading.clearances(), pk=pk)
    form = Press(request.POST)
    answer = lead_on(request, form, clearing.withdraw_clearance, clearance, "申请已撤回。", "plans:clearance", pk)
    return answer or shown(request, clearance, form)
