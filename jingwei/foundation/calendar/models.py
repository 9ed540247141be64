from django.db import models

from jingwei.foundation.scope.models import RecordedModel


class CalendarDay(RecordedModel):
    """What an administrator has said about one day: it goes before what the program knows of the holidays."""

    unscoped = "the working days are those of the whole country"

    day = models.DateField("日期", unique=True)
    is_working = models.BooleanField("上班")
    note = models.CharField("说明", max_length=60, blank=True)

    class Meta:
        ordering = ["day"]
        verbose_name = "工作日历"

    def __str__(self) -> str:
        return f"{self.day} {'上班' if self.is_working else '休息'}"
