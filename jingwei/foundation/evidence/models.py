from django.conf import settings
from django.db import models

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import RecordedModel, ScopedModel
from jingwei.foundation.scope.vocabulary import Subtree


class StoredFile(RecordedModel):
    """A content, kept once. `size` in bytes."""

    unscoped = "the same content may hang in many places; it is reached through an attachment only"

    sha256 = models.CharField("内容指纹", max_length=64, unique=True)
    size = models.PositiveBigIntegerField("大小")
    media_type = models.CharField("文件类型", max_length=100)

    def __str__(self) -> str:
        return self.sha256[:12]


class Attachment(ScopedModel):
    """A content hung on a row of ours, at the place where that row is."""

    scope = Subtree("path")

    path = PathField("组织路径", db_index=True, follows=True)
    subject_label = models.CharField("对象类别", max_length=80, help_text='such as "plans.Report"')
    subject_pk = models.CharField("对象编号", max_length=40)
    filename = models.CharField("文件名", max_length=140)
    stored_file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="文件")
    attached_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="上传人")
    attached_at = models.DateTimeField("上传时间")

    class Meta:
        verbose_name = "佐证材料"
        ordering = ["id"]
        indexes = [models.Index(fields=["subject_label", "subject_pk", "id"])]

    def __str__(self) -> str:
        return self.filename
