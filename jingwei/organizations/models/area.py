"""Named areas of a community, street or district, and which units are in them."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Lineage, Subtree

from ..choices import AreaKind
from .organization import Organization
from .post import Post
from .unit import Unit


class Area(VersionedModel):
    """A grid, building, commercial block, industrial chain, park, market or section of one organization's area.

    `committee` is the organization that runs it (链委会, 街委会, 片委会: a committee over its units); `branch` the
    branch or group of it; `answering` the Party organization that answers for a unit in it that no other has.
    """

    scope = (Subtree("organization__path"), Lineage("organization__path"))
    crossing: ClassVar[dict[str, str]] = {
        "parent": "a grid of a community can lie in a section of the street",
        "committee": "it may stand elsewhere in the tree",
        "branch": "it stands below the community, or is that of a unit",
        "answering": "it stands above or below",
    }

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="areas", verbose_name="所属组织")
    kind = models.CharField("类别", max_length=8, choices=AreaKind)
    name = models.CharField("名称", max_length=60)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name="上一级片区"
    )
    head_post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="负责人岗位"
    )
    head_name = models.CharField("负责人姓名", max_length=40, blank=True)
    committee = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="运行机构"
    )
    branch = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="党支部（党小组）"
    )
    answering = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="兜底党组织"
    )
    households = models.PositiveIntegerField("户数", null=True, blank=True)

    class Meta:
        ordering = ["organization__path", "kind", "name"]
        verbose_name = "片区"
        constraints = [
            models.UniqueConstraint(fields=["organization", "kind", "name"], name="area_name_once"),
            models.CheckConstraint(condition=Q(head_post=None) | Q(head_name=""), name="area_has_one_head"),
            models.CheckConstraint(
                condition=~Q(kind=AreaKind.GRID) | Q(head_post__isnull=False) | ~Q(head_name=""),
                name="grid_has_a_head",
            ),
            models.CheckConstraint(condition=Q(parent=None) | ~Q(parent=models.F("pk")), name="area_not_in_itself"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def head(self) -> str:
        """Who heads it: the holder of the post, or the name; "" for nobody."""
        return str(self.head_post.user) if self.head_post else self.head_name


class Location(VersionedModel):
    """A unit lies in an area. It lies in one area of each kind at most: one grid, one building, one chain, one
    block."""

    scope = (Subtree("unit__organization__path"), Lineage("unit__organization__path"))
    crossing: ClassVar[dict[str, str]] = {"area": "a chain of the district has units of its communities"}

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="locations", verbose_name="单位")
    area = models.ForeignKey(Area, models.PROTECT, related_name="locations", verbose_name="片区")
    kind = models.CharField("片区类别", max_length=8, choices=AreaKind, editable=False)

    class Meta:
        ordering = ["unit_id", "kind"]
        verbose_name = "单位所在片区"
        constraints = [models.UniqueConstraint(fields=["unit", "kind"], name="unit_in_one_area_of_a_kind")]

    def __str__(self) -> str:
        return f"{self.unit}：{self.area}"

    def save(self, *args: Any, **options: Any) -> None:
        self.kind = self.area.kind
        super().save(*args, **options)
