"""Visits to members, and heart-to-heart talks."""

from django.db import models

from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Own, Subtree
from jingwei.foundation.secrets.fields import SecretField
from jingwei.members.models import Member
from jingwei.organizations.models import Post

from ..choices import VisitKind


class CareVisit(VersionedModel):
    """Somebody visited a member, or talked with the member. Why, and what was told, is sealed in one text: it may tell
    of hardship."""

    scope = (Subtree("member__path"), Own("member__user_id"))

    member = models.ForeignKey(Member, models.CASCADE, related_name="care_visits", verbose_name="党员")
    on = models.DateField("日期")
    kind = models.CharField("方式", max_length=8, choices=VisitKind)
    visitor = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name="谁去的")
    note = SecretField("走访谈心情况", kind="hidden")

    class Meta:
        ordering = ["-on", "-id"]
        verbose_name = "走访谈心"
        indexes = [models.Index(fields=["kind", "on"], name="care_visit_by_day")]

    def __str__(self) -> str:
        return f"{self.on} {self.get_kind_display()} {self.member}"
