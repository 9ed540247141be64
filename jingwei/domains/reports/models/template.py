"""The templates of an organization."""

from django.db import models

from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Lineage, Subtree
from jingwei.organizations.models import Organization

from ..choices import Kind


class Template(VersionedModel):
    """A template that an office keeps for itself and for those below. Its text is in the notation of rules/notation.py
    and without mistakes when it is saved."""

    scope = (Subtree("organization__path"), Lineage("organization__path"))

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+", verbose_name="组织")
    kind = models.CharField("种类", max_length=12, choices=Kind)
    title = models.CharField("模板名称", max_length=60)
    text = models.TextField("模板正文", max_length=20_000)

    class Meta:
        ordering = ["organization_id", "title", "id"]
        verbose_name = "总结模板"
        constraints = [
            models.UniqueConstraint(fields=["organization", "title"], name="one_template_of_a_title"),
        ]

    def __str__(self) -> str:
        return self.title
