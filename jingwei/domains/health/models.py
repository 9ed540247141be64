"""What was found and has to be put right."""

from django.db import models
from django.db.models import Q

from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Subtree
from jingwei.organizations.models import Organization

from .rules import KINDS


class Matter(VersionedModel):
    """A finding that `opener` asks the organization to put right by a day. The organization answers, the opener closes.
    Words and article stay as they were found."""

    scope = Subtree("organization__path")
    crossing = {"opener": "it is opened from above"}

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="matters", verbose_name="组织")
    opener = models.ForeignKey(Organization, models.PROTECT, related_name="opened_matters", verbose_name="开出单位")
    kind = models.CharField("问题", max_length=16, choices=list(KINDS.items()))
    words = models.CharField("情况", max_length=300)
    basis = models.CharField("依据", max_length=120)
    opened_on = models.DateField("开出日期")
    opened_by = models.CharField("开出人", max_length=160)
    due_on = models.DateField("办理期限")
    answer = models.TextField("整改情况", blank=True)
    answered_on = models.DateField("回复日期", null=True, blank=True)
    answered_by = models.CharField("回复人", max_length=160, blank=True)
    closed_on = models.DateField("办结日期", null=True, blank=True)
    closing_note = models.CharField("办结说明", max_length=300, blank=True)

    class Meta:
        ordering = ["due_on", "id"]
        verbose_name = "整改事项"
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "kind"], condition=Q(closed_on=None), name="one_open_matter_of_a_kind"
            ),
            models.CheckConstraint(condition=Q(due_on__gte=models.F("opened_on")), name="matter_due_later"),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=models.F("opened_on")), name="matter_closed_later"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organization} {self.get_kind_display()}"
