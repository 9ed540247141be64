"""The rows of the record. They are only ever added; both databases refuse to change or delete one."""

from django.conf import settings
from django.db import models

from jingwei.foundation.declared import title_of
from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import RecordedModel, ScopedModel
from jingwei.foundation.scope.vocabulary import Subtree


class Act(ScopedModel):
    """One thing done: who, through which post, when, what, before and after. The path stays as it was then."""

    unrecorded_because = "it is the record"
    scope = Subtree("path")

    at = models.DateTimeField("时间", db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="操作人"
    )
    user_name = models.CharField("姓名", max_length=80, blank=True)
    post_id = models.BigIntegerField("岗位编号", null=True)
    post_title = models.CharField("岗位", max_length=160, blank=True)
    path = PathField("组织路径", db_index=True)
    action = models.CharField("事项", max_length=80)
    subject_label = models.CharField("对象类别", max_length=80)
    subject_pk = models.CharField("对象编号", max_length=40)
    subject_title = models.CharField("对象", max_length=200, blank=True)
    changes = models.TextField("变动", help_text="JSON: [{label, pk, before, after}], keys sorted")

    class Meta:
        ordering = ["id"]
        verbose_name = "操作记录"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.user_name} {self.action}"

    @property
    def title(self) -> str:
        """What was done, in the words of the action."""
        return title_of(self.action)

    @property
    def who(self) -> str:
        """秦书明（云桥东社区第一支部 书记）"""
        return f"{self.user_name}（{self.post_title}）" if self.post_title else self.user_name


class Trace(ScopedModel):
    """A row that an act is about or has changed, so that every row can tell its history."""

    unrecorded_because = "an index of the record"
    scope = Subtree("act__path")

    act = models.ForeignKey(Act, models.PROTECT, related_name="traces")
    label = models.CharField(max_length=80)
    row = models.CharField(max_length=40, help_text="primary key of the row")

    class Meta:
        ordering = ["act_id", "id"]
        indexes = [models.Index(fields=["label", "row", "act"], name="trace_of_a_row")]

    def __str__(self) -> str:
        return f"{self.label} {self.row}"


class Unsealed(RecordedModel):
    """An act that waits for its seal: written with the act, taken away by the seal. An act that is neither here nor
    in a seal was not written by this program."""

    unscoped = "numbers only; read by the sealing"
    unrecorded_because = "the queue of the record itself"

    act_id = models.BigIntegerField(primary_key=True)

    def __str__(self) -> str:
        return str(self.act_id)


class Seal(RecordedModel):
    """A batch of acts bound by hashes to all acts before them. Seals are numbered from 1 without a gap."""

    unscoped = "hashes only; read by the audit commands"
    unrecorded_because = "it is the record"

    number = models.PositiveBigIntegerField("序号", primary_key=True)
    at = models.DateTimeField("时间")
    first_act = models.BigIntegerField("最小编号")
    last_act = models.BigIntegerField("最大编号")
    count = models.PositiveIntegerField("条数")
    covers = models.TextField("字段", help_text="the columns of an act that its digest covers, by comma")
    members = models.TextField("成员", help_text="JSON: [[act, digest of the act], …] by act")
    previous = models.CharField("前一封存", max_length=64, help_text="digest of the seal before; zeros for the first")
    digest = models.CharField("摘要", max_length=64)

    class Meta:
        ordering = ["number"]
        verbose_name = "封存"

    def __str__(self) -> str:
        return f"第{self.number}次封存"
