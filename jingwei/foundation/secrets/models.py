"""Who looked at whose plain data, when and why; and the alarms at too many looks."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import ScopedModel, VersionedModel
from jingwei.foundation.scope.vocabulary import Own, Subtree

from .choices import AlarmKind, Purpose


class Look(ScopedModel):
    """One opening of one secret: who, through which post, when, of which row, whose, why. Only ever added.

    `owner` is the person's login where there was one then; `person` names the person's row ("members.Member:12"), so
    that who gets a login later still finds it (`selectors.looks_about`). The path is that of the row as it was then.
    """

    only_added: ClassVar[bool] = True
    scope = (Subtree("path"), Own("owner_id"))

    at = models.DateTimeField("时间", db_index=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="查看人")
    user_name = models.CharField("查看人姓名", max_length=80)
    post_title = models.CharField("岗位", max_length=160, blank=True)
    path = PathField("组织路径", db_index=True)
    label = models.CharField("对象类别", max_length=80)
    row = models.CharField("对象编号", max_length=40)
    title = models.CharField("对象", max_length=200)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="本人账号"
    )
    person = models.CharField("本人", max_length=121, db_index=True)
    field = models.CharField("查看内容", max_length=40)
    field_title = models.CharField("查看内容名称", max_length=60)
    purpose = models.CharField("目的", max_length=12, choices=Purpose)
    words = models.CharField("具体事由", max_length=200, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = "查看记录"
        indexes = [
            models.Index(fields=["user", "at"], name="looks_of_a_person"),
            models.Index(fields=["label", "row", "id"], name="looks_at_a_row"),
        ]

    def __str__(self) -> str:
        return f"{self.title}的{self.field_title}"

    @property
    def who(self) -> str:
        """秦书明（云桥东社区第一支部 书记）"""
        return f"{self.user_name}（{self.post_title}）" if self.post_title else self.user_name

    @property
    def why(self) -> str:
        """联系本人：通知周五的支部党员大会"""
        return f"{self.get_purpose_display()}：{self.words}" if self.words else self.get_purpose_display()


class Alarm(VersionedModel):
    """Somebody looked at plain data more often than is usual. The security administrator answers it with a note."""

    scope = Subtree("path")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="查看人")
    user_name = models.CharField("查看人姓名", max_length=80)
    post_title = models.CharField("岗位", max_length=160, blank=True)
    path = PathField("组织路径")
    kind = models.CharField("类别", max_length=5, choices=AlarmKind)
    since = models.DateTimeField("统计起点")
    raised_at = models.DateTimeField("时间")
    looks = models.PositiveIntegerField("查看次数")
    allowed = models.PositiveIntegerField("提醒次数")
    answered_at = models.DateTimeField("处理时间", null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="处理人"
    )
    answer = models.CharField("处理情况", max_length=300, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = "查看预警"
        constraints = [
            models.UniqueConstraint(fields=["user", "kind", "since"], name="one_alarm_of_a_kind_at_a_time"),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, answer="")
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
                name="alarm_is_answered_in_words",
            ),
        ]
        indexes = [models.Index(fields=["user", "kind", "answered_at"], name="alarms_of_a_person")]

    def __str__(self) -> str:
        return f"{self.user_name}：{self.get_kind_display()}"

    @property
    def who(self) -> str:
        return f"{self.user_name}（{self.post_title}）" if self.post_title else self.user_name
