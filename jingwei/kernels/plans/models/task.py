"""A duty as work of one organization, and what that organization reports of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from jingwei.foundation.scope.models import ScopedModel, VersionedModel
from jingwei.foundation.scope.vocabulary import Subtree
from jingwei.organizations.models import Organization, Responsibility

from ..choices import Comparator, Period, Spread
from .clearance import Clearance
from .plan import Duty, Measure


class Task(VersionedModel):
    """Work that `issuer` gave to `organization` from a duty. `next_due_on` is the end of the first period not yet
    fulfilled; it is kept by the actions that change it, so that lists by date need no arithmetic."""

    crossing = {
        "duty": "it stands in the plan of the issuer",
        "measure": "it stands in the plan of the issuer",
        "issuer": "work comes from above",
        "parent": "work is passed on from above",
        "clearance": "it is asked for by the issuer",
    }

    duty = models.ForeignKey(Duty, models.PROTECT, related_name="tasks", verbose_name="职责")
    measure = models.ForeignKey(
        Measure, models.SET_NULL, null=True, blank=True, related_name="tasks", verbose_name="量化要求"
    )
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="tasks", verbose_name="承办单位")
    issuer = models.ForeignKey(Organization, models.PROTECT, related_name="issued_tasks", verbose_name="下达单位")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    clearance = models.ForeignKey(
        Clearance, models.PROTECT, null=True, blank=True, related_name="tasks", verbose_name="准入"
    )
    responsibility = models.ForeignKey(
        Responsibility, models.SET_NULL, null=True, blank=True, related_name="tasks", verbose_name="责任清单"
    )
    title = models.CharField("任务", max_length=120)
    detail = models.TextField("要求", blank=True)
    amount = models.DecimalField("数量", max_digits=14, decimal_places=4, null=True, blank=True)
    unit = models.CharField("单位", max_length=20, blank=True)
    comparator = models.CharField("要求", max_length=10, choices=Comparator, default=Comparator.AT_LEAST)
    period = models.CharField("频次", max_length=12, choices=Period, default=Period.ONCE)
    spread = models.CharField("分解方式", max_length=8, choices=Spread, default=Spread.EACH)
    start_on = models.DateField("开始日期")
    due_on = models.DateField("完成期限")
    given_on = models.DateField("下达日期", editable=False)
    given_by = models.CharField("下达人", max_length=160, editable=False)
    next_due_on = models.DateField("下次到期", editable=False)
    completed_on = models.DateField("完成日期", null=True, blank=True, editable=False)
    withdrawn_on = models.DateField("撤回日期", null=True, blank=True, editable=False)

    class Meta:
        ordering = ["next_due_on", "organization__path", "id"]
        verbose_name = "任务"
        indexes = [models.Index(fields=["organization", "next_due_on"])]
        constraints = [
            models.CheckConstraint(condition=Q(due_on__gte=models.F("start_on")), name="task_ends_after_it_begins"),
            models.UniqueConstraint(
                fields=["duty", "organization", "title", "issuer"],
                condition=Q(withdrawn_on=None),
                name="task_once_for_an_organization",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Report(ScopedModel):
    """What was done for a task on a day. One written later than it happened says why, and is counted like any other;
    one that was wrong is struck (作废), stays to be read and is not counted."""

    scope = Subtree("task__organization__path")

    task = models.ForeignKey(Task, models.PROTECT, related_name="reports", verbose_name="任务")
    happened_on = models.DateField("发生日期")
    written_on = models.DateField("填写日期")
    amount = models.DecimalField("完成数量", max_digits=14, decimal_places=4, null=True, blank=True)
    note = models.CharField("进展", max_length=500)
    late_reason = models.CharField("补录原因", max_length=200, blank=True)
    is_final = models.BooleanField("任务已全部完成", default=False)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="填写人")
    author_title = models.CharField("填写人岗位", max_length=160)
    struck_on = models.DateField("作废日期", null=True, blank=True)
    struck_reason = models.CharField("作废原因", max_length=200, blank=True)

    class Meta:
        ordering = ["task", "-happened_on", "-id"]
        verbose_name = "进展"
        constraints = [
            models.CheckConstraint(
                condition=Q(happened_on__lte=models.F("written_on")), name="report_is_not_of_the_future"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.happened_on} {self.note[:40]}"
