"""Pages of tasks: the list, one task with its reports, what it fulfils."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.record.selectors import history_of
from jingwei.foundation.ui.forms import Press
from jingwei.foundation.ui.pages import lead_on, page, perform
from jingwei.foundation.ui.paging import paged
from jingwei.organizations.selectors import organizations

from ..actions import dispatching, fulfilling
from ..forms.tasks import FulfilForm, TaskFilter
from ..selectors import responsibilities as answering
from ..selectors import tasks as reading
from ..selectors.task_page import task_facts
from .rows import owned


def matching(request, found):
    """The tasks whose title or organization holds the words of the page's filter."""
    words = request.GET.get("q", "").strip()
    return found.filter(Q(title__icontains=words) | Q(organization__name__icontains=words)) if words else found


def filtered(request, found, state="all"):
    """Those of the matching tasks that are in the state of the page's filter; in `state` where it names none."""
    form = TaskFilter(request.GET)
    wanted = (form.is_valid() and form.cleaned_data["state"]) or state
    found = matching(request, found)
    return found if wanted == "all" else found.filter(reading.in_state(wanted, on=today()))


@access(get="task.see")
def tasks(request):
    found = filtered(request, reading.tasks(), "open")
    return page(
        request,
        "plans/tasks.html",
        filter=TaskFilter(request.GET or None),
        tally=reading.tally(matching(request, reading.tasks()), on=today()),
        page=paged(request, found, "next_due_on", "organization__path", "id"),
        stands=reading.stands,
        on=today(),
    )


def shown(request, task, form=None):
    """The page of a task; `form` is what was refused."""
    facts = task_facts(task, request.actor, on=today())
    return page(request, "plans/task.html", form=form, history=history_of(task), **facts)


@access(get="task.see")
def task(request, pk):
    return shown(request, get_object_or_404(reading.tasks(), pk=pk))


@access(post="task.dispatch")
def withdrawal(request, pk):
    task = get_object_or_404(reading.tasks(), pk=pk)
    form = Press(request.POST)
    answer = lead_on(request, form, dispatching.withdraw, task, "任务已撤回。", "plans:task", pk)
    return answer or shown(request, task, form)


@access(get="task.report", post="task.report")
def responsibility(request, pk):
    task = owned(request, reading.tasks(), pk, "task.report")
    form = FulfilForm(request.POST or None, task=task)
    if request.method == "POST" and perform(request, form, fulfilling.fulfil, task):
        messages.success(request, "已记下对应的责任。")
        return redirect("plans:task", pk)
    return page(request, "plans/fulfil.html", task=task, form=form)


@access(get="task.see")
def responsibilities(request, pk=None):
    wanted = {"path": request.actor.path} if pk is None else {"pk": pk}
    organization = get_object_or_404(organizations(), **wanted)
    return page(
        request,
        "plans/responsibilities.html",
        **answering.page_facts(organization, request.actor),
        stands=reading.stands,
        on=today(),
    )
