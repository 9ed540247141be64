"""What areas set themselves where the law leaves a number to them."""

from django.db import models

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import ScopedModel
from jingwei.foundation.scope.vocabulary import Lineage, Subtree


class LocalValue(ScopedModel):
    """A number that the organization at `path` has set for itself and all below, from a day on, by a document.
    `value` is an exact text: 7, 0.5 or 2/3. Rows are added, not changed: the history stays."""

    scope = (Subtree("path"), Lineage("path"))

    path = PathField("路径", follows=True)
    key = models.CharField("参数", max_length=80)
    value = models.CharField("取值", max_length=20)
    since = models.DateField("起用日期")
    basis = models.CharField("依据文件", max_length=120)
    set_by = models.CharField("由谁设定", max_length=80)

    class Meta:
        ordering = ["path", "-since"]
        verbose_name = "本地取值"
        constraints = [models.UniqueConstraint(fields=["path", "key", "since"], name="local_value_once_a_day")]

    def __str__(self) -> str:
        return f"{self.key} {self.value}"
