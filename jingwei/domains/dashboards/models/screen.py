"""A big screen given out: an address that shows the figures of one organization to whoever knows it."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from jingwei.foundation.scope.models import VersionedModel
from jingwei.organizations.models import Organization


class Screen(VersionedModel):
    """An address for a wall. The secret of the address is not kept, only its digest."""

    unrecorded: ClassVar[tuple[str, ...]] = ("version", "digest")

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="screens", verbose_name="组织")
    title = models.CharField("标题", max_length=40)
    digest = models.CharField("地址摘要", max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="生成人")
    made_on = models.DateField("生成日期")
    expires_on = models.DateField("到期日期", help_text="the first day on which it no longer opens")
    ended_on = models.DateField("停用日期", null=True, blank=True)

    token = ""  # the secret itself: only on the row that has just been made, and never saved

    class Meta:
        ordering = ["-made_on", "-id"]
        verbose_name = "大屏"
        constraints = [
            models.CheckConstraint(condition=Q(expires_on__gt=F("made_on")), name="screen_opens_for_a_day"),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("made_on")), name="screen_ends_after_it_was_made"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def opens(self, on: date) -> bool:
        """Whether its address shows it on a day."""
        return self.ended_on is None and on < self.expires_on
