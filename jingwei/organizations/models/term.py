"""Terms of committees."""

from django.db import models

from jingwei.foundation.scope.models import ScopedModel

from .organization import Organization


class Term(ScopedModel):
    """The term of an organization's committee; when it is due follows from the regulations."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="terms", verbose_name="组织")
    number = models.PositiveSmallIntegerField("届次")
    since = models.DateField("选举日期")
    years = models.PositiveSmallIntegerField("任期（年）")
    ended_on = models.DateField("结束日期", null=True, blank=True)

    class Meta:
        ordering = ["organization__path", "-since"]
        verbose_name = "届期"
        constraints = [models.UniqueConstraint(fields=["organization", "number"], name="term_number_once")]

    def __str__(self) -> str:
        return f"第{self.number}届"
