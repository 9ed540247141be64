"""What one side of a floating member tells the other."""

from typing import Any

from django.db import models

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import ScopedModel
from jingwei.foundation.scope.vocabulary import Own, Subtree
from jingwei.organizations.models import Organization

from ..choices import FeedbackKind
from .floating import Floating


class Feedback(ScopedModel):
    """Written by `organization`: by the receiving one how the member takes part, by the home one each contact."""

    scope = (
        Subtree("path"),
        Subtree("floating__path"),
        Subtree("floating__receiving_path"),
        Own("floating__member__user_id"),
    )
    crossing = {"floating": "the receiving branch tells the home branch"}

    path = PathField("路径", follows=True, editable=False)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+", verbose_name="反馈单位")
    floating = models.ForeignKey(Floating, models.CASCADE, related_name="feedback", verbose_name="流出登记")
    kind = models.CharField("内容", max_length=8, choices=FeedbackKind)
    on = models.DateField("日期")
    note = models.CharField("情况", max_length=300, blank=True)

    class Meta:
        ordering = ["floating_id", "-on", "-id"]
        verbose_name = "联系与反馈"

    def __str__(self) -> str:
        return f"{self.on} {self.get_kind_display()}"

    def save(self, *args: Any, **options: Any) -> None:
        self.path = self.organization.path
        super().save(*args, **options)
