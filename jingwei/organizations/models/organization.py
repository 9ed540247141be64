"""One node of the tree."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from jingwei.foundation.scope import paths
from jingwei.foundation.scope.fields import Above, PathField
from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Lineage, Subtree

from ..choices import AREAS, ELECTED, GRASSROOTS, CommunityKind, Level, PartyType


class Organization(VersionedModel):
    """One node of the tree. Its parent is its path less one segment; whoever stands below sees those above."""

    scope = (Subtree("path"), Lineage("path"))
    unrecorded: ClassVar[tuple[str, ...]] = ("version", "children_made")

    path = PathField("路径", unique=True, editable=False, follows=True)
    children_made = models.PositiveIntegerField(default=0, editable=False, help_text="numbers are never used again")
    name = models.CharField("名称", max_length=100)
    short_name = models.CharField("简称", max_length=40)
    level = models.CharField("层级", max_length=12, choices=Level)
    party_type = models.CharField("党组织类别", max_length=6, choices=PartyType, blank=True)
    community_kind = models.CharField("社区类型", max_length=12, choices=CommunityKind, blank=True)
    established_on = models.DateField("成立日期")
    revoked_on = models.DateField("撤销日期", null=True, blank=True)

    class Meta:
        ordering = ["path"]
        verbose_name = "组织"
        indexes = [models.Index(Above("path"), "path", name="organization_by_place_above")]
        constraints = [
            models.CheckConstraint(
                condition=Q(revoked_on=None) | Q(revoked_on__gte=models.F("established_on")),
                name="organization_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(community_kind="") | Q(level__in=sorted(GRASSROOTS)), name="only_communities_have_a_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.short_name or self.name

    def place(self) -> str:
        return self.path

    @property
    def parent_path(self) -> str:
        return paths.parent(self.path)

    @property
    def depth(self) -> int:
        return paths.depth(self.path)

    @property
    def is_grassroots(self) -> bool:
        """A community or a village: what is asked of it needs clearance."""
        return self.level in GRASSROOTS

    @property
    def is_elected(self) -> bool:
        """Its committee, or its secretary where there is none, is elected for a term."""
        return self.party_type in ELECTED

    @property
    def is_committee(self) -> bool:
        return self.party_type == PartyType.COMMITTEE

    @property
    def is_area(self) -> bool:
        """It has an area with units in it."""
        return self.level in AREAS

    @property
    def is_department(self) -> bool:
        return self.level == Level.DEPARTMENT
