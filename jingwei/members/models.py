from django.conf import settings
from django.db import models

from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Own, Subtree
from jingwei.organizations.models import Organization


class Member(VersionedModel):
    """A member of the Party in the one branch that holds the membership. Codes are those of the national standards."""

    scope = (Subtree("organization__path"), Own("user_id"))

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="members", verbose_name="所在支部")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="member", verbose_name="账号"
    )
    name = models.CharField("姓名", max_length=40)
    gender = models.CharField("性别", max_length=1, help_text="GB/T 2261.1")
    born_on = models.DateField("出生日期")
    ethnic = models.CharField("民族", max_length=2, help_text="GB/T 3304")
    education = models.CharField("学历", max_length=2, help_text="GB/T 4658")
    occupation = models.CharField("职业", max_length=20)
    joined_on = models.DateField("入党日期")
    is_probationary = models.BooleanField("预备党员", default=False)

    class Meta:
        ordering = ["organization__path", "id"]
        verbose_name = "党员"

    def __str__(self) -> str:
        return self.name
