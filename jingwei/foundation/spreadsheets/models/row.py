"""The rows of a file, each with what it would do, and then with what it did."""

from django.db import models

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import ScopedModel
from jingwei.foundation.scope.vocabulary import Subtree
from jingwei.foundation.secrets.fields import SecretField

from ..choices import Outcome
from .intake import Intake


class StagedRow(ScopedModel):
    """Row `number` of the file that was first sent, as Excel counts it, once. `source` and `line`: the original in
    which it stands now, and where: the same, or a file of mended rows.

    `place`: path of the organization that the row is about; `title`: what a person knows it by.
    `values`, `secrets`, `before`: JSON by column: what is to be written; what of it is secret; what stood there
    before. All three are erased with the file.
    `told`: JSON, what the preview shows: [[heading, before, after]] of a changed row, [[heading, value, reason,
    suggestion]] of a wrong one, secrets masked. `remark`: what is to be looked at before confirming.
    `target`: primary key of the row of the register; `seen`: its version when it was compared; `left`: the one that
    this intake left behind, by which an undoing knows that nobody has touched it since.
    """

    scope = Subtree("intake__path")
    unrecorded_because = "each row is itself the trail of what the intake did"

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="rows", db_index=False)
    number = models.PositiveIntegerField("行号")
    source = models.BigIntegerField()
    line = models.PositiveIntegerField()
    outcome = models.CharField("结果", max_length=1, choices=Outcome)
    place = PathField("路径", blank=True)
    title = models.CharField("内容", max_length=120, blank=True)
    values = models.TextField(blank=True)
    secrets = SecretField("个人信息", kind="hidden", null=True, blank=True)
    before = SecretField("原来的内容", kind="hidden", null=True, blank=True)
    told = models.TextField(blank=True)
    remark = models.CharField("提示", max_length=300, blank=True)
    target = models.BigIntegerField(null=True, db_index=True)
    seen = models.PositiveIntegerField(null=True)
    left = models.PositiveIntegerField(null=True)
    applied_at = models.DateTimeField("导入时间", null=True)

    class Meta:
        ordering = ["intake_id", "number"]
        verbose_name = "待导入行"
        indexes = [models.Index(fields=["intake", "outcome", "number"], name="staged_by_outcome")]
        constraints = [models.UniqueConstraint(fields=["intake", "number"], name="staged_row_once_in_an_intake")]

    def __str__(self) -> str:
        return f"第 {self.number} 行 {self.title}"
