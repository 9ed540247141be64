"""A member who is away while the membership stays in the branch (一方隶属、多重管理)."""

from typing import Any

from django.db import models
from django.db.models import Q

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Own, Subtree
from jingwei.members.models import Member
from jingwei.organizations.models import Organization

from ..choices import Ending, Reason


class Floating(VersionedModel):
    """Registered by the home branch `organization`. `receiving` is where the member takes part now, if that is in this
    system (one branch only, 支部条例第十六条), else `outside` names it. `contact_person` keeps in touch for the home
    branch. Both branches see the record."""

    scope = (Subtree("path"), Subtree("receiving_path"), Own("member__user_id"))
    crossing = {"member": "the member may be transferred later", "receiving": "it is where the member is now"}

    path = PathField("路径", follows=True, editable=False)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="floating", verbose_name="流出支部")
    member = models.ForeignKey(Member, models.PROTECT, related_name="floating", verbose_name="党员")
    since = models.DateField("离开支部的日期")
    reason = models.CharField("外出原因", max_length=8, choices=Reason)
    location = models.CharField("外出地点", max_length=100)
    is_fixed = models.BooleanField("地点相对固定", default=False)
    receiving = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="流入地党组织"
    )
    receiving_path = PathField("流入地路径", null=True, blank=True, follows=True, editable=False)
    outside = models.CharField("平台以外的流入地党组织", max_length=100, blank=True)
    contact_person = models.CharField("支部联系人", max_length=60)
    expected_back = models.DateField("预计返回", null=True, blank=True)
    ended_on = models.DateField("结束日期", null=True, blank=True)
    ending = models.CharField("结束原因", max_length=12, choices=Ending, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = "流出登记"
        constraints = [
            models.UniqueConstraint(fields=["member"], condition=Q(ended_on=None), name="away_once_at_a_time"),
            models.CheckConstraint(condition=~Q(contact_person=""), name="somebody_keeps_in_touch"),
            models.CheckConstraint(
                condition=Q(ended_on=None, ending="") | Q(ended_on__gte=models.F("since")) & ~Q(ending=""),
                name="away_ended_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(receiving=None) | ~Q(receiving=models.F("organization")), name="away_is_elsewhere"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}：{self.location}"

    def save(self, *args: Any, **options: Any) -> None:
        self.path = self.organization.path
        self.receiving_path = self.receiving.path if self.receiving is not None else None
        super().save(*args, **options)

    @property
    def where(self) -> str:
        """The organization at the other end, in words; "" where none is known."""
        return str(self.receiving) if self.receiving is not None else str(self.outside)
