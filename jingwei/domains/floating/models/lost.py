"""A member who cannot be reached, and how they were looked for."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import ScopedModel, VersionedModel
from jingwei.foundation.scope.vocabulary import Own, Subtree
from jingwei.members.choices import Standing
from jingwei.members.models import Member
from jingwei.organizations.models import Organization

from ..choices import Decider, Stage, Way
from ..rules.lost import Days, stage


class LostContact(VersionedModel):
    """The days of one procedure, as decided by people; how far it has come follows from them. `ended_on` closes it:
    found, restored or removed."""

    scope = (Subtree("path"), Own("member__user_id"))
    crossing = {"member": "who was found may be transferred later"}

    path = PathField("路径", follows=True, editable=False)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="lost", verbose_name="所在支部")
    member = models.ForeignKey(Member, models.PROTECT, related_name="lost", verbose_name="党员")
    last_contact_on = models.DateField("最后一次联系上的日期")
    opened_on = models.DateField("开始查找的日期")
    note = models.CharField("情况", max_length=300, blank=True)
    standing_before = models.CharField("失联前的党籍状态", max_length=12, choices=Standing, default=Standing.NORMAL)
    found_on = models.DateField("取得联系的日期", null=True, blank=True)
    found_how = models.CharField("怎样取得联系", max_length=300, blank=True)
    suspended_on = models.DateField("停止党籍的日期", null=True, blank=True)
    suspended_by = models.CharField("由谁决定停止党籍", max_length=8, choices=Decider, blank=True)
    suspension_document = models.CharField("停止党籍的文件", max_length=120, blank=True)
    resolved_on = models.DateField("支部大会决定除名的日期", null=True, blank=True)
    resolution = models.CharField("支部大会决议", max_length=120, blank=True)
    removed_on = models.DateField("批准除名的日期", null=True, blank=True)
    removal_document = models.CharField("批准除名的文件", max_length=120, blank=True)
    restored_on = models.DateField("恢复党籍的日期", null=True, blank=True)
    restoration_document = models.CharField("恢复党籍的文件", max_length=120, blank=True)
    ended_on = models.DateField("办结日期", null=True, blank=True)

    class Meta:
        ordering = ["last_contact_on", "id"]
        verbose_name = "失联"
        constraints = [
            models.UniqueConstraint(fields=["member"], condition=Q(ended_on=None), name="lost_once_at_a_time"),
            models.CheckConstraint(condition=Q(opened_on__gte=F("last_contact_on")), name="searched_after_contact"),
            models.CheckConstraint(
                condition=Q(suspended_on=None) | Q(suspended_on__gt=F("last_contact_on")) & ~Q(suspension_document=""),
                name="suspended_by_a_document",
            ),
            models.CheckConstraint(
                condition=Q(removed_on=None)
                | Q(suspended_on__isnull=False, resolved_on__isnull=False) & ~Q(removal_document=""),
                name="removed_after_suspension_and_resolution",
            ),
            models.CheckConstraint(
                condition=Q(restored_on=None) | Q(suspended_on__isnull=False, removed_on=None),
                name="restored_from_suspension",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}（{self.last_contact_on}起失联）"

    def save(self, *args: Any, **options: Any) -> None:
        self.path = self.organization.path
        super().save(*args, **options)

    @property
    def days(self) -> Days:
        """What happened, for the rules."""
        return Days(
            self.last_contact_on,
            self.found_on,
            self.suspended_on,
            self.resolved_on,
            self.removed_on,
            self.restored_on,
        )

    @property
    def stage(self) -> Stage:
        return Stage(stage(self.days))


class Search(ScopedModel):
    """One attempt to find the member."""

    scope = Subtree("path")

    path = PathField("路径", follows=True, editable=False)
    lost = models.ForeignKey(LostContact, models.CASCADE, related_name="searches", verbose_name="失联")
    on = models.DateField("日期")
    way = models.CharField("方式", max_length=10, choices=Way)
    note = models.CharField("找了谁，结果怎样", max_length=300)

    class Meta:
        ordering = ["lost_id", "on", "id"]
        verbose_name = "查找"

    def __str__(self) -> str:
        return f"{self.on} {self.get_way_display()}"

    def save(self, *args: Any, **options: Any) -> None:
        self.path = self.lost.path
        super().save(*args, **options)
