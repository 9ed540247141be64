"""The paper that a member takes along to an organization outside this system."""

from typing import Any

from django.db import models
from django.db.models import Q

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import ScopedModel
from jingwei.foundation.scope.vocabulary import Own, Subtree
from jingwei.organizations.models import Organization

from .transfer import Transfer


class Letter(ScopedModel):
    """A letter of a committee, counted by its number. A second one of a transfer rests on the branch's `statement`."""

    scope = (Subtree("path"), Subtree("transfer__path"), Own("transfer__member__user_id"))
    crossing = {"transfer": "the committee writes for a branch below it"}

    path = PathField("路径", follows=True, editable=False)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="letters", verbose_name="开具党委")
    transfer = models.ForeignKey(Transfer, models.CASCADE, related_name="letters", verbose_name="组织关系转接")
    number = models.CharField("编号", max_length=30)
    addressed_to = models.CharField("抬头", max_length=100)
    issued_on = models.DateField("开具日期")
    valid_until = models.DateField("有效期至")
    statement = models.CharField("支部证明", max_length=300, blank=True)

    class Meta:
        ordering = ["transfer_id", "id"]
        verbose_name = "介绍信"
        constraints = [
            models.UniqueConstraint(fields=["organization", "number"], name="letter_number_once_in_a_committee"),
            models.CheckConstraint(condition=Q(valid_until__gt=models.F("issued_on")), name="letter_holds_some_days"),
        ]

    def __str__(self) -> str:
        return f"介绍信（{self.number}）"

    def save(self, *args: Any, **options: Any) -> None:
        self.path = self.organization.path
        super().save(*args, **options)
