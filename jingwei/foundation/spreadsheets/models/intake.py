"""One import: a file, who sent it, how far it is, what came of it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import ScopedModel
from jingwei.foundation.scope.vocabulary import Subtree

from ..choices import AT_WORK, Stage


class Intake(ScopedModel):
    """A file sent for a register. The moments tell how far it is; the five counts always add up once it is checked.

    `total` and `done` are for the bar: rows to go through now, and rows gone through. `sought_at` is the moment at
    which the undoing was asked for. An intake that is sent mended rows goes back to be checked, with what was done
    kept; `continues`: this file turned out to be the mended rows of that intake, which took it over.
    """

    scope = Subtree("path")
    unrecorded: ClassVar[tuple[str, ...]] = ("total", "done", "fingerprint")

    path = PathField("路径", follows=True, editable=False, db_index=True)
    register = models.CharField("名册", max_length=20)
    filename = models.CharField("文件名", max_length=140)
    fingerprint = models.CharField("内容指纹", max_length=64)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="导入人")
    post_id = models.BigIntegerField("岗位编号", null=True)
    post_title = models.CharField("岗位", max_length=160, blank=True)
    continues = models.ForeignKey(
        "self", models.SET_NULL, null=True, related_name="+", verbose_name="改正的是", db_index=False
    )
    with_accounts = models.BooleanField("同时建立登录账号", default=False)

    sent_at = models.DateTimeField("上传时间")
    checked_at = models.DateTimeField("检查完时间", null=True)
    confirmed_at = models.DateTimeField("确认时间", null=True)
    applied_at = models.DateTimeField("导入完时间", null=True)
    sought_at = models.DateTimeField("要求撤销时间", null=True)
    undone_at = models.DateTimeField("撤销时间", null=True)
    dropped_at = models.DateTimeField("放弃时间", null=True)
    refusal = models.CharField("不能读取的原因", max_length=300, blank=True)
    next_step = models.CharField("怎么办", max_length=300, blank=True)
    notices = models.TextField("读取时的说明", blank=True, help_text="one a line")

    read = models.PositiveIntegerField("读取行数", default=0)
    created = models.PositiveIntegerField("新增", default=0)
    updated = models.PositiveIntegerField("修改", default=0)
    unchanged = models.PositiveIntegerField("未变", default=0)
    rejected = models.PositiveIntegerField("有误", default=0)
    total = models.PositiveIntegerField(default=0, editable=False)
    done = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["-id"]
        verbose_name = "导入"
        indexes = [models.Index(fields=["person", "fingerprint"], name="intake_by_file")]
        constraints = [
            models.CheckConstraint(
                condition=Q(read=F("created") + F("updated") + F("unchanged") + F("rejected")),
                name="intake_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(undone_at=None) | Q(applied_at__isnull=False), name="intake_undone_after_it_was_applied"
            ),
        ]

    def __str__(self) -> str:
        return f"导入第 {self.pk} 号：{self.filename}"

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        steps = (
            (self.dropped_at, Stage.DROPPED),
            (self.undone_at, Stage.UNDONE),
            (self.sought_at, Stage.UNDOING),
            (self.refusal and not self.checked_at, Stage.REFUSED),
            (self.applied_at, Stage.DONE),
            (self.confirmed_at, Stage.APPLYING),
            (self.checked_at, Stage.CHECKED),
        )
        return next((stage for there, stage in steps if there), Stage.READING)

    @property
    def at_work(self) -> bool:
        return self.stage in AT_WORK
