"""What was found on a walk, until it is a unit of the register."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from jingwei.foundation.scope.models import VersionedModel
from jingwei.organizations.choices import Headcount, UnitKind
from jingwei.organizations.models import Area, Organization, Unit

from ..choices import Step
from .team import Team

USER = settings.AUTH_USER_MODEL
ANALYSED, CHECKED = Q(analysed_on__isnull=False), Q(checked_on__isnull=False)


class Sighting(VersionedModel):
    """A unit that somebody found: collected, analysed, checked by another person, registered; or not registered, with
    the reason. Only what is needed to register it is asked, and nothing of the people who work there."""

    crossing: ClassVar[dict[str, str]] = {
        "area": "a chain of the district has units of its communities",
        "team": "a team of the street walks through its communities",
        "known_as": "it may be registered in the community beside",
        "unit": "it may be registered in the community beside",
    }

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+", verbose_name="所在区域")
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="走访小组")
    area = models.ForeignKey(Area, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="所在片区")
    name = models.CharField("名称", max_length=100)
    kind = models.CharField("类别", max_length=16, choices=UnitKind)
    credit_code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    address = models.CharField("地址", max_length=120, blank=True)
    headcount = models.CharField("从业人员", max_length=8, choices=Headcount, blank=True)
    party_members = models.PositiveSmallIntegerField("已知党员数", null=True, blank=True)
    note = models.CharField("备注", max_length=200, blank=True)
    collected_on = models.DateField("收集日期")
    collected_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="收集人")
    analysed_on = models.DateField("分析日期", null=True, blank=True)
    analysed_by = models.ForeignKey(
        USER, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="分析人"
    )
    known_as = models.ForeignKey(
        Unit, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="已登记为"
    )
    analysis = models.CharField("分析意见", max_length=200, blank=True)
    checked_on = models.DateField("校核日期", null=True, blank=True)
    checked_by = models.ForeignKey(USER, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="校核人")
    registered_on = models.DateField("登记日期", null=True, blank=True)
    unit = models.ForeignKey(Unit, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="单位")
    rejected_on = models.DateField("不登记日期", null=True, blank=True)
    reason = models.CharField("不登记的原因", max_length=200, blank=True)

    class Meta:
        ordering = ["organization__path", "collected_on", "id"]
        verbose_name = "摸排线索"
        constraints = [
            models.CheckConstraint(condition=Q(checked_on=None) | ANALYSED, name="sighting_analysed_before_checked"),
            models.CheckConstraint(
                condition=Q(registered_on=None) | CHECKED, name="sighting_checked_before_registered"
            ),
            models.CheckConstraint(
                condition=Q(checked_by=None) | ~Q(checked_by=F("collected_by")), name="sighting_checked_by_another"
            ),
            models.CheckConstraint(
                condition=Q(rejected_on=None, reason="")
                | Q(rejected_on__isnull=False, registered_on=None) & ~Q(reason=""),
                name="sighting_rejected_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["organization", "collected_on"], name="sighting_by_day")]

    def __str__(self) -> str:
        return self.name

    @property
    def step(self) -> Step:
        """How far it has come."""
        if self.rejected_on is not None:
            return Step.REJECTED
        if self.registered_on is not None:
            return Step.REGISTERED
        if self.checked_on is not None:
            return Step.CHECKED
        return Step.ANALYSED if self.analysed_on is not None else Step.COLLECTED
