"""What one person gives over to the next."""

from django.db import models
from django.db.models import Q

from jingwei.foundation.scope.models import ScopedModel, VersionedModel
from jingwei.foundation.scope.vocabulary import Subtree
from jingwei.organizations.models import Organization, Post


class Handover(VersionedModel):
    """The work of a post, given over. `keys` is the free list that the leaver writes (seals, cabinets, rooms; never
    passwords). `leaver_on` and `successor_on` are the days of the two confirmations; where the leaver is gone, the
    superior confirms instead and says why in `gone_reason`. With the second word the old post ends."""

    scope = Subtree("organization__path")

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="handovers", verbose_name="组织")
    leaver = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name="离任岗位")
    successor = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="接任岗位"
    )
    keys = models.TextField("工作要件", blank=True, help_text="公章、档案柜、会议室等；不写密码")
    opened_on = models.DateField("生成日期")
    opened_by = models.CharField("生成人", max_length=160)
    leaver_on = models.DateField("移交确认日期", null=True, blank=True)
    leaver_by = models.CharField("移交确认人", max_length=160, blank=True)
    gone_reason = models.CharField("代为确认的原因", max_length=200, blank=True)
    successor_on = models.DateField("接收确认日期", null=True, blank=True)
    successor_by = models.CharField("接收确认人", max_length=160, blank=True)
    completed_on = models.DateField("完成日期", null=True, blank=True)
    withdrawn_on = models.DateField("取消日期", null=True, blank=True)

    class Meta:
        ordering = ["-opened_on", "-id"]
        verbose_name = "交接包"
        constraints = [
            models.UniqueConstraint(
                fields=["leaver"], condition=Q(completed_on=None, withdrawn_on=None), name="one_open_handover_of_a_post"
            ),
            models.CheckConstraint(
                condition=Q(completed_on=None) | Q(leaver_on__isnull=False, successor_on__isnull=False),
                name="handover_needs_both",
            ),
            models.CheckConstraint(
                condition=Q(completed_on=None) | Q(withdrawn_on=None), name="handover_ends_in_one_way"
            ),
            models.CheckConstraint(
                condition=Q(successor=None) | ~Q(successor=models.F("leaver")), name="nobody_succeeds_oneself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.leaver.title}{self.leaver.user}交接"

    @property
    def is_open(self) -> bool:
        return self.completed_on is None and self.withdrawn_on is None


class HandoverRow(ScopedModel):
    """One thing handed over, as it stood when the pack was made."""

    scope = Subtree("handover__organization__path")

    handover = models.ForeignKey(Handover, models.CASCADE, related_name="rows", verbose_name="交接包")
    position = models.PositiveIntegerField("次序")
    section = models.CharField("栏目", max_length=30)
    title = models.CharField("事项", max_length=200)
    note = models.CharField("说明", max_length=300, blank=True)
    due_on = models.DateField("期限", null=True, blank=True)

    class Meta:
        ordering = ["handover_id", "position"]
        verbose_name = "交接事项"
        constraints = [models.UniqueConstraint(fields=["handover", "position"], name="handover_row_has_its_place")]

    def __str__(self) -> str:
        return self.title
