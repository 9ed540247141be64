"""A supervision notice (督办单) on a task that is late or about to be."""

from django.db import models
from django.db.models import Q

from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Subtree
from jingwei.organizations.models import Organization

from ..choices import Light
from .task import Task


class Notice(VersionedModel):
    """`issuer` asks the organization of a task for a reply by a day; the issuer closes it when the reply is enough."""

    scope = Subtree("task__organization__path")
    crossing = {"issuer": "a notice comes from above"}

    task = models.ForeignKey(Task, models.PROTECT, related_name="notices", verbose_name="任务")
    issuer = models.ForeignKey(Organization, models.PROTECT, related_name="issued_notices", verbose_name="发出单位")
    light = models.CharField("灯号", max_length=6, choices=Light)
    reason = models.CharField("督办事由", max_length=300)
    issued_on = models.DateField("发出日期")
    reply_due_on = models.DateField("回复期限")
    reply = models.TextField("回复", blank=True)
    replied_on = models.DateField("回复日期", null=True, blank=True)
    replied_by = models.CharField("回复人", max_length=160, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)

    class Meta:
        ordering = ["reply_due_on", "id"]
        verbose_name = "督办单"
        constraints = [
            models.CheckConstraint(condition=Q(reply_due_on__gte=models.F("issued_on")), name="notice_reply_due_later"),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(replied_on__isnull=False), name="notice_closed_replied"
            ),
        ]

    def __str__(self) -> str:
        return f"督办：{self.task.title}"
