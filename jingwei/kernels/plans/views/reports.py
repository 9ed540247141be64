"""Pages by which progress is reported, and a wrong report is struck."""

from django.contrib import messages
from django.shortcuts import redirect

from jingwei.foundation.access.routes import access
from jingwei.foundation.clock import today
from jingwei.foundation.ui.pages import page, perform

from ..actions import progress
from ..forms.tasks import ReportForm, StrikeForm
from ..selectors import tasks as reading
from .rows import owned


@access(get="task.report", post="task.report")
def reports(request, pk):
    task = owned(request, reading.tasks(), pk, "task.report")
    form = ReportForm(request.POST or None, request.FILES or None, task=task)
    if request.method == "POST" and perform(request, form, progress.report, task):
        messages.success(request, "进展已记下。" if task.completed_on is None else "进展已记下，这项任务完成了。")
        return redirect("plans:task", pk)
    return page(request, "plans/report.html", task=task, form=form, on=today())


@access(get="task.report", post="task.report")
def striking(request, pk):
    report = owned(request, reading.reports(), pk, "task.report")
    form = StrikeForm(request.POST or None)
    if request.method == "POST" and perform(request, form, progress.strike, report):
        messages.success(request, "这条进展已作废，不再计入。")
        return redirect("plans:task", report.task_id)
    return page(request, "plans/strike.html", report=report, form=form)
