"""What a person keeps of the list: the filters looked through often."""

from django.conf import settings
from django.db import models

from jingwei.foundation.scope.models import RecordedModel


class SavedFilter(RecordedModel):
    """A filter of the list under a name, as the query of its address."""

    unscoped = "it is its owner's own, and read by the owner only"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="member_filters")
    title = models.CharField("名称", max_length=30)
    query = models.CharField("条件", max_length=500)

    class Meta:
        ordering = ["title"]
        verbose_name = "常用筛选"
        constraints = [models.UniqueConstraint(fields=["user", "title"], name="filter_title_once")]

    def __str__(self) -> str:
        return self.title
