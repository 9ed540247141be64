"""One step of a transfer: whose it is, until when, how it ended."""

from typing import Any

from django.db import models
from django.db.models import Q

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Own, Subtree
from jingwei.organizations.models import Organization

from ..choices import StepKind, Verdict
from .transfer import Transfer


class Step(VersionedModel):
    """Opened when the one before it is done; the row stands at the organization that has to do it. Those who see the
    transfer see all its steps."""

    scope = (
        Subtree("path"),
        Subtree("transfer__path"),
        Subtree("transfer__asked_path"),
        Own("transfer__member__user_id"),
    )
    crossing = {"transfer": "a step of the receiving side belongs to a transfer of the branch that is left"}

    path = PathField("路径", follows=True, editable=False)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+", verbose_name="办理单位")
    transfer = models.ForeignKey(Transfer, models.CASCADE, related_name="steps", verbose_name="组织关系转接")
    kind = models.CharField("环节", max_length=8, choices=StepKind)
    opened_on = models.DateField("开始日期")
    due_on = models.DateField("办理期限")
    warned_from = models.DateField("提醒日期")
    done_on = models.DateField("办结日期", null=True, blank=True)
    verdict = models.CharField("意见", max_length=8, choices=Verdict, blank=True)
    reason = models.CharField("理由", max_length=300, blank=True)
    done_by = models.CharField("办理人", max_length=160, blank=True)

    class Meta:
        ordering = ["transfer_id", "id"]
        verbose_name = "转接环节"
        constraints = [
            models.UniqueConstraint(fields=["transfer"], condition=Q(done_on=None), name="one_open_step_a_transfer"),
            models.UniqueConstraint(fields=["transfer", "kind"], name="each_step_once_in_a_transfer"),
            models.CheckConstraint(
                condition=~Q(verdict=Verdict.REFUSED) | ~Q(reason=""), name="step_refused_with_a_reason"
            ),
        ]
        indexes = [models.Index(fields=["path", "due_on"], condition=Q(done_on=None), name="step_waiting")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}（{self.organization}）"

    def save(self, *args: Any, **options: Any) -> None:
        self.path = self.organization.path
        super().save(*args, **options)
