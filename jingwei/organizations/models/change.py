"""What happened to organizations."""

from django.db import models

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import ScopedModel
from jingwei.foundation.scope.vocabulary import Subtree

from ..choices import ChangeKind
from .organization import Organization


class Change(ScopedModel):
    """Something that happened to an organization on a day, by a document. The path stays as it was then; who sees the
    organization now sees its whole history."""

    scope = (Subtree("path"), Subtree("organization__path"))
    crossing = {"organization": "it may have moved since"}

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="changes", verbose_name="组织")
    path = PathField("当时路径")
    kind = models.CharField("事项", max_length=10, choices=ChangeKind)
    on = models.DateField("日期")
    basis = models.CharField("批复文件", max_length=120)
    note = models.CharField("说明", max_length=300)
    former_name = models.CharField("原名称", max_length=100, blank=True, help_text="of a change of name only")

    class Meta:
        ordering = ["organization__path", "on", "id"]
        verbose_name = "沿革"

    def __str__(self) -> str:
        return f"{self.on} {self.get_kind_display()}"
