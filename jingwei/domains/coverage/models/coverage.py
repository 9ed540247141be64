"""How a unit is covered, from when to when."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Lineage, Subtree
from jingwei.organizations.models import Organization, Post, Unit

from ..choices import BY_ORGANIZATION, CoverageKind


class Coverage(VersionedModel):
    """A unit is covered by an organization (one at a time), or by an instructor who holds a post somewhere."""

    scope = (Subtree("unit__organization__path"), Lineage("unit__organization__path"))
    crossing: ClassVar[dict[str, str]] = {"organization": "the organization that covers a unit may stand elsewhere"}

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="coverages", verbose_name="单位")
    kind = models.CharField("覆盖方式", max_length=12, choices=CoverageKind)
    organization = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="coverages", verbose_name="党组织"
    )
    instructor = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="党建指导员"
    )
    since = models.DateField("开始日期")
    until = models.DateField("结束日期", null=True, blank=True)
    note = models.CharField("说明", max_length=120, blank=True)

    class Meta:
        ordering = ["unit_id", "since", "id"]
        verbose_name = "覆盖"
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(until=None, kind__in=BY_ORGANIZATION), name="one_covering_organization"
            ),
            models.UniqueConstraint(
                fields=["unit"], condition=Q(until=None, kind=CoverageKind.INSTRUCTOR), name="one_instructor"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=BY_ORGANIZATION, organization__isnull=False, instructor=None)
                | Q(kind=CoverageKind.INSTRUCTOR, organization=None, instructor__isnull=False),
                name="coverage_says_by_whom",
            ),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="coverage_ends_later"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.by}"

    @property
    def by(self) -> str:
        """Who covers it, in words."""
        return f"{self.instructor.user}（{self.instructor.title}）" if self.instructor else str(self.organization)
