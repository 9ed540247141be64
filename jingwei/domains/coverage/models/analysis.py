"""What a week of walking showed, in somebody's words."""

from django.conf import settings
from django.db import models

from jingwei.foundation.scope.models import VersionedModel
from jingwei.organizations.models import Organization


class Analysis(VersionedModel):
    """The text of an organization for a week; the numbers beside it are counted when it is read."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+", verbose_name="组织")
    monday = models.DateField("周一")
    text = models.TextField("研判", max_length=1000)
    written_on = models.DateField("填写日期")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="填写人")

    class Meta:
        ordering = ["organization__path", "-monday"]
        verbose_name = "周研判"
        constraints = [models.UniqueConstraint(fields=["organization", "monday"], name="one_analysis_a_week")]

    def __str__(self) -> str:
        return f"{self.monday} 当周研判"
