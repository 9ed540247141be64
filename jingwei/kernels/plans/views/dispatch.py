"""Pages by which a duty becomes tasks and a task is passed on."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.record.selectors import history_of
from jingwei.foundation.ui.pages import page, perform

from ..actions import dispatching
from ..forms.dispatch import OrderForm, from_duty, from_task
from ..selectors import measures, plans, tasks
from ..selectors.weighing import month_at
from .rows import chosen, owned


@access(get="task.dispatch", post="task.dispatch")
def dispatch(request, pk):
    duty = owned(request, plans.duties(), pk, "task.dispatch")
    measure = chosen(duty.measures.all(), request.GET.get("measure", ""))
    path = duty.plan.organization.path
    form = OrderForm(request.POST or None, path=path, initial=from_duty(duty, measure))
    if request.method == "POST" and (done := perform(request, form, dispatching.dispatch, duty, measure=measure)):
        messages.success(request, f"已下达给 {len(done)} 个单位。")
        return redirect("plans:duty_tasks", pk)
    asked = month_at(path, on=today())
    return page(request, "plans/dispatch.html", duty=duty, measure=measure, form=form, asked=asked)


@access(get="task.refine", post="task.refine")
def passing(request, pk):
    task = owned(request, tasks.tasks(), pk, "task.refine")
    form = OrderForm(request.POST or None, path=task.organization.path, initial=from_task(task))
    if request.method == "POST" and (done := perform(request, form, dispatching.pass_on, task)):
        messages.success(request, f"已分解下达给 {len(done)} 个单位。")
        return redirect("plans:task", pk)
    asked = month_at(task.organization.path, on=today())
    return page(request, "plans/dispatch.html", duty=task.duty, measure=None, task=task, form=form, asked=asked)


@access(get="task.see")
def duty_tasks(request, pk):
    duty = get_object_or_404(plans.duties(), pk=pk)
    found, own = tasks.tasks().filter(duty=duty), duty.plan.organization
    return page(
        request,
        "plans/duty_tasks.html",
        duty=duty,
        tally=tasks.tally(found, on=today()),
        tasks=list(found[:500]),
        measures=measures.shown(duty.measures.all(), found, own, on=today()),
        history=history_of(duty),
        stands=tasks.stands,
        on=today(),
    )
