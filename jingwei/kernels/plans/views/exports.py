"""A plan and its tasks as files. Side doors: each gives out the rows of its selector, no more."""

from django.shortcuts import get_object_or_404

from jingwei.foundation.access.routes import access
from jingwei.foundation.access.side_doors import side_door
from jingwei.foundation.clock import today
from jingwei.foundation.spreadsheets.workbooks import workbook
from jingwei.foundation.ui.downloads import download

from .. import exports
from ..selectors import plans, tasks
from .tasks import filtered

side_door("plans:tasks_workbook", of=tasks.tasks)
side_door("plans:plan_workbook", of=plans.plans)
side_door("plans:plan_word", of=plans.plans)


@access(get="plan.export")
def plan_word(request, pk):
    plan = get_object_or_404(plans.plans(), pk=pk)
    return download(exports.plan_word(plan, on=today()), f"{plan.title}落实情况.docx")


@access(get="plan.export")
def plan_workbook(request, pk):
    plan = get_object_or_404(plans.plans(), pk=pk)
    return download(exports.plan_workbook(plan, on=today()), f"{plan.title}落实情况.xlsx")


@access(get="task.export")
def tasks_workbook(request):
    found = filtered(request, tasks.tasks())
    return download(workbook([exports.task_sheet(found, on=today())]), f"任务清单{today():%Y%m%d}.xlsx")
