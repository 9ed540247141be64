"""Honours."""

from django.db import models

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Own, Subtree

from .member import Member


class Award(VersionedModel):
    """An honour that a member received."""

    scope = (Subtree("path"), Own("member__user_id"))

    path = PathField("路径", follows=True, editable=False)
    member = models.ForeignKey(Member, models.CASCADE, related_name="awards", verbose_name="党员")
    title = models.CharField("荣誉名称", max_length=80)
    awarded_on = models.DateField("授予日期")
    awarded_by = models.CharField("授予机关", max_length=80)

    class Meta:
        ordering = ["member_id", "-awarded_on"]
        verbose_name = "表彰奖励"

    def __str__(self) -> str:
        return self.title
