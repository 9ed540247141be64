"""Reports."""

from django.conf import settings
from django.db import models

from jingwei.foundation.scope.models import VersionedModel
from jingwei.organizations.models import Organization

from ..choices import Kind


class Summary(VersionedModel):
    """A draft or a finished report of an organization over some months ("2026-10"). `source` is the template as it was
    when the report was drafted, so that its numbers can be counted again; `as_of`: the moment as of which they were
    counted."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+", verbose_name="组织")
    kind = models.CharField("种类", max_length=12, choices=Kind)
    template_title = models.CharField("模板", max_length=60)
    source = models.TextField("模板正文", max_length=20_000)
    title = models.CharField("标题", max_length=200)
    first_month = models.CharField("开始月份", max_length=7)
    last_month = models.CharField("结束月份", max_length=7)
    as_of = models.DateTimeField("数据截至")
    made_on = models.DateField("起草日期")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="起草人")
    finished_on = models.DateField("定稿日期", null=True, blank=True)

    class Meta:
        ordering = ["-made_on", "-id"]
        verbose_name = "总结"
        indexes = [models.Index(fields=["organization", "-made_on"], name="reports_of_a_place")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_month__lte=models.F("last_month")), name="report_begins_before_it_ends"
            ),
            models.CheckConstraint(
                condition=models.Q(finished_on=None) | models.Q(finished_on__gte=models.F("made_on")),
                name="report_is_finished_after_it_was_made",
            ),
        ]

    def __str__(self) -> str:
        return self.title
