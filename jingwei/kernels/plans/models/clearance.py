"""Clearance (准入): the district's consent to ask something of communities, and what exactly is asked."""

from django.db import models
from django.db.models import Q

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import ScopedModel, VersionedModel
from jingwei.foundation.scope.vocabulary import Lineage, Subtree
from jingwei.organizations.models import Organization

from ..choices import Audience, ClearanceState, Period
from .plan import Duty


class Clearance(VersionedModel):
    """`organization` asks to put work on the communities of `area`. Those see it once it is granted
    (`published_path`). `minutes` are the minutes one community needs each time."""

    scope = (Subtree("organization__path"), Lineage("published_path"))
    crossing = {"area": "a department asks the communities of an area", "duty": "it stands in the plan of the area"}

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="clearances", verbose_name="申请单位")
    area = models.ForeignKey(Organization, models.PROTECT, related_name="+", verbose_name="涉及范围")
    audience = models.CharField("涉及对象", max_length=10, choices=Audience, default=Audience.ALL)
    duty = models.ForeignKey(
        Duty, models.SET_NULL, null=True, blank=True, related_name="clearances", verbose_name="对应要点"
    )
    title = models.CharField("事项", max_length=120)
    basis = models.CharField("依据", max_length=200)
    forms = models.PositiveSmallIntegerField("表格（张）", default=0)
    minutes = models.PositiveSmallIntegerField("每次约需（分钟）")
    period = models.CharField("频次", max_length=12, choices=Period)
    starts_on = models.DateField("开始日期")
    until = models.DateField("截止日期")
    state = models.CharField("状态", max_length=10, choices=ClearanceState, default=ClearanceState.ASKED)
    decided_on = models.DateField("审核日期", null=True, blank=True)
    decided_by = models.CharField("审核人", max_length=160, blank=True)
    decision = models.CharField("审核意见", max_length=300, blank=True)
    over_quota_reason = models.CharField("超出时限额度的理由", max_length=300, blank=True)
    published_path = PathField("公布范围", null=True, blank=True, editable=False, follows=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = "准入"
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=models.F("starts_on")), name="clearance_ends_later"),
            models.CheckConstraint(
                condition=Q(state__in=[ClearanceState.ASKED, ClearanceState.WITHDRAWN]) | Q(decided_on__isnull=False),
                name="clearance_decided_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class AskedField(ScopedModel):
    """One field that a clearance lets its owner ask for."""

    scope = (Subtree("clearance__organization__path"), Lineage("clearance__published_path"))

    clearance = models.ForeignKey(Clearance, models.CASCADE, related_name="fields")
    label = models.CharField("填报项", max_length=60)

    class Meta:
        ordering = ["clearance", "id"]
        verbose_name = "填报项"
        constraints = [models.UniqueConstraint(fields=["clearance", "label"], name="field_asked_once_in_a_clearance")]

    def __str__(self) -> str:
        return self.label
