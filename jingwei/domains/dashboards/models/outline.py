"""The outline of an organization's area, for the map."""

from django.db import models

from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Lineage, Subtree
from jingwei.organizations.models import Organization


class Outline(VersionedModel):
    """The area of an organization as it is drawn: a geometry of GeoJSON (Polygon or MultiPolygon, WGS 84), as text.
    It is a picture, and decides nothing about where a border runs."""

    scope = (Subtree("organization__path"), Lineage("organization__path"))

    organization = models.OneToOneField(Organization, models.CASCADE, related_name="outline", verbose_name="组织")
    geometry = models.TextField("边界")
    points = models.PositiveIntegerField("点数")
    source = models.CharField("来源", max_length=80)
    loaded_on = models.DateField("载入日期")

    class Meta:
        ordering = ["organization__path"]
        verbose_name = "地图边界"
        constraints = [
            models.CheckConstraint(condition=models.Q(points__gte=4), name="outline_has_an_area"),
        ]

    def __str__(self) -> str:
        return f"{self.organization}的地图边界"
