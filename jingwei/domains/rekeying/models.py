"""What has been typed into the national system."""

from django.db import models

from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Own, Subtree
from jingwei.members.models import Member


class Rekeyed(VersionedModel):
    """A member whose items somebody has typed into the national system. `values`: column → [text as it was shown,
    fingerprint], numbers masked and told apart by their blind index; `digest` is that of all of them. The two versions
    say from when on a difference is possible at all."""

    scope = (Subtree("member__path"), Own("member__user_id"))

    member = models.OneToOneField(Member, models.CASCADE, related_name="rekeyed", verbose_name="党员")
    values = models.JSONField("录入的内容", default=dict)
    digest = models.CharField("内容指纹", max_length=64)
    member_version = models.PositiveIntegerField("党员版本")
    organization_version = models.PositiveIntegerField("组织版本")
    ticked_on = models.DateField("录入日期")
    ticked_by = models.CharField("录入人", max_length=160)

    class Meta:
        ordering = ["member_id"]
        verbose_name = "录入记录"

    def __str__(self) -> str:
        return f"{self.member}已录入"
