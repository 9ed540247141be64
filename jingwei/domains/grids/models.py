"""Member households."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Own, Subtree
from jingwei.members.models import Member
from jingwei.organizations.models import Area


class MemberHousehold(VersionedModel):
    """The home of a member from which neighbours are served (党员中心户): with the member's consent, from a day on."""

    scope = (Subtree("area__organization__path"), Own("member__user_id"))
    crossing: ClassVar[dict[str, str]] = {"member": "the member's branch stands below the community, or elsewhere"}

    area = models.ForeignKey(Area, models.PROTECT, related_name="member_households", verbose_name="网格或者楼栋")
    member = models.ForeignKey(Member, models.CASCADE, related_name="households", verbose_name="党员")
    does = models.CharField("做什么", max_length=120)
    consented_on = models.DateField("本人同意日期")
    since = models.DateField("开始日期")
    until = models.DateField("结束日期", null=True, blank=True)

    class Meta:
        ordering = ["area_id", "since", "id"]
        verbose_name = "党员中心户"
        constraints = [
            models.UniqueConstraint(fields=["member"], condition=Q(until=None), name="one_household_of_a_member"),
            models.CheckConstraint(condition=Q(since__gte=F("consented_on")), name="household_by_consent"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="household_ends_later"),
        ]

    def __str__(self) -> str:
        return f"{self.area}：{self.member}"
