"""A member who came from outside with a letter."""

from typing import Any

from django.db import models
from django.db.models import Q

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import ScopedModel
from jingwei.foundation.scope.vocabulary import Own, Subtree
from jingwei.members.models import Member
from jingwei.organizations.models import Organization


class Arrival(ScopedModel):
    """The letter from outside on which `member` was entered in `organization`, and to whom the receipt goes."""

    scope = (Subtree("path"), Own("member__user_id"))
    crossing = {"member": "the member may have gone on since"}

    path = PathField("路径", follows=True, editable=False)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="arrivals", verbose_name="接收支部")
    member = models.ForeignKey(Member, models.PROTECT, related_name="arrivals", verbose_name="党员")
    letter_from = models.CharField("开具介绍信的党委", max_length=100)
    letter_number = models.CharField("介绍信编号", max_length=30)
    letter_on = models.DateField("介绍信日期")
    valid_until = models.DateField("介绍信有效期至")
    arrived_on = models.DateField("接收日期")

    class Meta:
        ordering = ["-id"]
        verbose_name = "外来接收"
        constraints = [
            models.UniqueConstraint(fields=["letter_from", "letter_number", "letter_on"], name="letter_used_once"),
            models.CheckConstraint(condition=Q(arrived_on__gte=models.F("letter_on")), name="arrived_with_a_letter"),
        ]

    def __str__(self) -> str:
        return f"{self.member}（介绍信 {self.letter_number}）"

    def save(self, *args: Any, **options: Any) -> None:
        self.path = self.organization.path
        super().save(*args, **options)
