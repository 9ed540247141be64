"""Units of an area."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Lineage, Subtree

from ..choices import Headcount, UnitKind, WithoutCode
from .organization import Organization


class Unit(VersionedModel):
    """A unit of an area (a firm, a school, a market …). A resident unit takes part in the area's joint work.

    It has a unified social credit code (GB 32100), or the reason why it has none. Of the people in it only numbers
    are kept: how many work there, roughly, and how many Party members are known of."""

    scope = (Subtree("organization__path"), Lineage("organization__path"))
    crossing: ClassVar[dict[str, str]] = {
        "party_organization": "a unit's Party organization may stand elsewhere in the tree"
    }

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="units", verbose_name="所在区域")
    name = models.CharField("名称", max_length=100)
    kind = models.CharField("类别", max_length=16, choices=UnitKind)
    is_resident = models.BooleanField("驻区共建单位", default=False)
    party_organization = models.ForeignKey(
        Organization, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="党组织"
    )
    credit_code = models.CharField("统一社会信用代码", max_length=18, null=True, blank=True, unique=True)
    without_code = models.CharField("没有代码的原因", max_length=8, choices=WithoutCode, blank=True)
    address = models.CharField("地址", max_length=120, blank=True)
    headcount = models.CharField("从业人员", max_length=8, choices=Headcount, blank=True)
    party_members = models.PositiveSmallIntegerField("已知党员数", null=True, blank=True)
    industry = models.CharField("行业", max_length=40, blank=True)

    class Meta:
        ordering = ["organization__path", "name"]
        verbose_name = "单位"
        constraints = [
            models.UniqueConstraint(fields=["organization", "name"], name="unit_name_once_in_an_area"),
            models.CheckConstraint(
                condition=Q(credit_code=None) | Q(without_code="") & ~Q(credit_code=""), name="unit_code_or_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.name
