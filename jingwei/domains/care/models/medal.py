"""The medal for fifty years in the Party."""

from django.conf import settings
from django.db import models

from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Own, Subtree
from jingwei.members.models import Member


class Medal(VersionedModel):
    """A member was confirmed for the medal of a year; `as_of` is the day by which the years were full."""

    scope = (Subtree("member__path"), Own("member__user_id"))

    member = models.OneToOneField(Member, models.CASCADE, related_name="medal", verbose_name="党员")
    as_of = models.DateField("计算截止日")
    full_years_on = models.DateField("满党龄日期")
    confirmed_on = models.DateField("确认日期")
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="确认人")

    class Meta:
        ordering = ["member__path", "member_id"]
        verbose_name = "“光荣在党50年”纪念章"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(full_years_on__lte=models.F("as_of")), name="medal_years_are_full"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}：{self.as_of.year}年"
