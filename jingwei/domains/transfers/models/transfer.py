"""A membership on its way from one branch to another."""

from typing import Any

from django.db import models
from django.db.models import Q

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Own, Subtree
from jingwei.members.models import Member
from jingwei.organizations.models import Organization

from ..choices import Kind, Outcome, Reason


class Transfer(VersionedModel):
    """`organization` is the branch that the member leaves, `target` the one that receives; `outside` names the
    organization beyond this system instead. The receiving side sees the transfer from the moment in which it is asked:
    `asked_path` is the place that was asked last."""

    scope = (Subtree("path"), Subtree("asked_path"), Own("member__user_id"))
    crossing = {"member": "the member goes to the other branch", "target": "it is the other branch"}

    path = PathField("路径", follows=True, editable=False)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="transfers", verbose_name="转出支部")
    member = models.ForeignKey(Member, models.PROTECT, related_name="transfers", verbose_name="党员")
    kind = models.CharField("转接方式", max_length=6, choices=Kind, default=Kind.INSIDE)
    target = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="转入支部"
    )
    asked_path = PathField("已请接收", null=True, blank=True, follows=True, editable=False)
    outside = models.CharField("对方党组织", max_length=100, blank=True)
    reason = models.CharField("原因", max_length=6, choices=Reason)
    note = models.CharField("说明", max_length=200, blank=True)
    asked_on = models.DateField("提出日期")
    ended_on = models.DateField("办结日期", null=True, blank=True)
    outcome = models.CharField("结果", max_length=8, choices=Outcome, blank=True)
    ended_because = models.CharField("退回或撤回的理由", max_length=300, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = "组织关系转接"
        constraints = [
            models.UniqueConstraint(fields=["member"], condition=Q(ended_on=None), name="one_open_transfer_a_member"),
            models.CheckConstraint(
                condition=Q(ended_on=None, outcome="") | Q(ended_on__isnull=False) & ~Q(outcome=""),
                name="transfer_ended_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=Q(kind="inside", target__isnull=False, outside="")
                | Q(kind="out", target=None) & ~Q(outside=""),
                name="transfer_goes_to_one_place",
            ),
            models.CheckConstraint(
                condition=Q(target=None) | ~Q(target=models.F("organization")), name="transfer_goes_elsewhere"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}：{self.organization}→{self.goal}"

    def save(self, *args: Any, **options: Any) -> None:
        self.path = self.organization.path
        super().save(*args, **options)

    @property
    def goal(self) -> str:
        """Where it goes, in words."""
        return str(self.target) if self.target is not None else str(self.outside)

    @property
    def is_open(self) -> bool:
        return self.ended_on is None
