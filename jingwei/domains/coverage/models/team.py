"""Who walks through which areas."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Lineage, Subtree
from jingwei.organizations.models import Area, Organization, Post


class Team(VersionedModel):
    """A team of two to five posts (三人行). It has no score, no rank and no track of where it went."""

    scope = (Subtree("organization__path"), Lineage("organization__path"))

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+", verbose_name="所属组织")
    name = models.CharField("名称", max_length=40)
    since = models.DateField("成立日期")
    until = models.DateField("结束日期", null=True, blank=True)

    class Meta:
        ordering = ["organization__path", "name"]
        verbose_name = "走访小组"
        constraints = [
            models.UniqueConstraint(fields=["organization", "name"], condition=Q(until=None), name="team_name_once"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="team_ends_later"),
        ]

    def __str__(self) -> str:
        return self.name


class Walker(VersionedModel):
    """A post that walks in a team."""

    scope = (Subtree("team__organization__path"), Lineage("team__organization__path"))

    team = models.ForeignKey(Team, models.CASCADE, related_name="walkers", verbose_name="走访小组")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name="岗位")

    class Meta:
        ordering = ["team_id", "id"]
        verbose_name = "走访队员"
        constraints = [models.UniqueConstraint(fields=["team", "post"], name="walker_once")]

    def __str__(self) -> str:
        return f"{self.post.user}（{self.post.title}）"


class Round(VersionedModel):
    """An area through which a team walks."""

    scope = (Subtree("team__organization__path"), Lineage("team__organization__path"))
    crossing: ClassVar[dict[str, str]] = {"area": "a team of the street walks through grids of its communities"}

    team = models.ForeignKey(Team, models.CASCADE, related_name="rounds", verbose_name="走访小组")
    area = models.ForeignKey(Area, models.CASCADE, related_name="+", verbose_name="片区")

    class Meta:
        ordering = ["team_id", "id"]
        verbose_name = "走访片区"
        constraints = [models.UniqueConstraint(fields=["team", "area"], name="round_once")]

    def __str__(self) -> str:
        return str(self.area)
