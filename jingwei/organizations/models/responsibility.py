"""What an organization answers for."""

from django.db import models

from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Lineage, Subtree

from ..choices import ResponsibilityKind
from .organization import Organization
from .post import Post


class Responsibility(VersionedModel):
    """One thing that an organization answers for, and the post that owns it."""

    scope = (Subtree("organization__path"), Lineage("organization__path"))

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="responsibilities", verbose_name="组织")
    kind = models.CharField("责任类别", max_length=10, choices=ResponsibilityKind)
    text = models.CharField("内容", max_length=200)
    owner = models.ForeignKey(Post, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="责任人")

    class Meta:
        ordering = ["organization__path", "id"]
        verbose_name = "责任清单"

    def __str__(self) -> str:
        return self.text
