"""The files themselves, sealed."""

from typing import ClassVar

from django.db import models

from jingwei.foundation.scope.models import ScopedModel
from jingwei.foundation.scope.vocabulary import Subtree
from jingwei.foundation.secrets.fields import SecretField

from .intake import Intake


class Original(ScopedModel):
    """A file as it was sent, sealed; erased when the intake can no longer be undone. `mends`: it came to mend the
    rejected rows of its intake. `checked`: its rows have been staged."""

    scope = Subtree("intake__path")
    unrecorded: ClassVar[tuple[str, ...]] = ("content",)
    unrecorded_because = "the intake tells of it"

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="originals")
    filename = models.CharField("文件名", max_length=140)
    content = SecretField("内容", kind="hidden", help_text="Base64")
    mends = models.BooleanField("改正件", default=False)
    checked = models.BooleanField("已检查", default=False)

    class Meta:
        ordering = ["id"]
        verbose_name = "导入原件"

    def __str__(self) -> str:
        return self.filename
