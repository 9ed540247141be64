"""The receiving side of somebody who is away from home."""

from typing import Any

from django.db import models
from django.db.models import Q

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Subtree
from jingwei.organizations.models import Organization

from .floating import Floating


class Inflow(VersionedModel):
    """`organization` receives somebody whose membership stays elsewhere: in `home` of this system, or where
    `home_words` says. With `floating` the two sides are matched; without, the home branch is asked to acknowledge. Came
    it from the home side, `confirmed_on` is the day on which the person reported to the receiving one."""

    scope = (Subtree("path"), Subtree("home_path"))
    crossing = {"home": "it is the branch of the membership", "floating": "it is the record of the home branch"}

    path = PathField("路径", follows=True, editable=False)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="inflows", verbose_name="流入地党组织")
    name = models.CharField("姓名", max_length=40)
    since = models.DateField("来到本地的日期")
    location = models.CharField("现住处或工作单位", max_length=100, blank=True)
    home = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="组织关系所在支部"
    )
    home_path = PathField("流出地路径", null=True, blank=True, follows=True, editable=False)
    home_words = models.CharField("平台以外的流出地党组织", max_length=100, blank=True)
    contact_person = models.CharField("流入地联系人", max_length=60, blank=True)
    floating = models.OneToOneField(
        Floating, models.CASCADE, null=True, blank=True, related_name="inflow", verbose_name="流出登记"
    )
    confirmed_on = models.DateField("报到日期", null=True, blank=True)
    ended_on = models.DateField("结束日期", null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = "流入登记"
        constraints = [
            models.CheckConstraint(
                condition=Q(home__isnull=False) | ~Q(home_words=""), name="inflow_comes_from_a_home"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.origin}）"

    def save(self, *args: Any, **options: Any) -> None:
        self.path = self.organization.path
        self.home_path = self.home.path if self.home is not None else None
        super().save(*args, **options)

    @property
    def origin(self) -> str:
        """Where the membership is, in words."""
        return str(self.home) if self.home is not None else str(self.home_words)
