"""A member of the Party as known today; what was true or believed before is in `Fact`."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from jingwei.foundation.clock import now
from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Own, Subtree
from jingwei.foundation.secrets.fields import BlindField, SecretField
from jingwei.organizations.models import Organization

from ..choices import GONE, DuesBase, Standing


class Member(VersionedModel):
    """A member in the one branch that holds the membership. Codes are those of the national standards (codes.yaml).

    The three days of joining are kept apart: `joined_on` is the day of the branch meeting, from which the years in
    the Party of a candidate count only once `full_on`, the day of becoming a full member, is there; `approved_on` is
    the day of the superior's approval. `left_on` is set with a standing that ends the membership.
    """

    scope = (Subtree("path"), Own("user_id"))
    crossing = {"group": "a group stands below the branch"}
    unrecorded: ClassVar[tuple[str, ...]] = ("version", "id_index", "phone_index", "phone_tail")

    path = PathField("路径", follows=True, editable=False)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="members", verbose_name="所在支部")
    group = models.ForeignKey(
        Organization, models.SET_NULL, null=True, blank=True, related_name="group_members", verbose_name="党小组"
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="member", verbose_name="账号"
    )
    name = models.CharField("姓名", max_length=40)
    gender = models.CharField("性别", max_length=1, help_text="GB/T 2261.1")
    born_on = models.DateField("出生日期")
    ethnic = models.CharField("民族", max_length=2, help_text="GB/T 3304")
    education = models.CharField("学历", max_length=2, help_text="GB/T 4658")
    occupation = models.CharField("职业", max_length=2, help_text="GB/T 2261.4")
    workplace = models.CharField("工作单位及职务", max_length=100, blank=True)
    joined_on = models.DateField("入党日期")
    approved_on = models.DateField("上级批准日期", null=True, blank=True)
    full_on = models.DateField("转正日期", null=True, blank=True)
    dues_base = models.CharField("党费基数类别", max_length=8, choices=DuesBase, blank=True)
    standing = models.CharField("党籍状态", max_length=12, choices=Standing, default=Standing.NORMAL)
    left_on = models.DateField("离开日期", null=True, blank=True)
    id_number = SecretField("公民身份号码", kind="id_number", null=True, blank=True)
    id_index = BlindField("公民身份号码索引", of="id_number", null=True, unique=True)
    phone = SecretField("手机号码", kind="phone", null=True, blank=True)
    phone_index = BlindField("手机号码索引", of="phone", null=True)
    phone_tail = BlindField("手机尾号索引", of="phone", tail=4, null=True)
    address = SecretField("住址", kind="address", null=True, blank=True)
    hardship = SecretField("困难情况", kind="hidden", null=True, blank=True)
    created_at = models.DateTimeField("登记时间", default=now, editable=False)

    class Meta:
        ordering = ["path", "id"]
        verbose_name = "党员"
        indexes = [
            models.Index(fields=["path", "id"], name="member_by_place"),
            models.Index(fields=["phone_tail", "path"], name="member_by_phone_tail"),
            models.Index(fields=["phone_index"], name="member_by_phone"),
            # The few that are looked for most, among millions.
            models.Index(fields=["path", "id"], condition=Q(full_on=None, left_on=None), name="member_on_probation"),
            models.Index(
                fields=["standing", "path", "id"],
                condition=~Q(standing=Standing.NORMAL),
                name="member_by_standing",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(left_on=None, standing__in=sorted(set(Standing.values) - GONE))
                | Q(left_on__isnull=False, standing__in=sorted(GONE)),
                name="member_has_left_with_a_day",
            ),
            models.CheckConstraint(
                condition=Q(full_on=None) | Q(full_on__gte=models.F("joined_on")), name="member_full_after_joining"
            ),
            models.CheckConstraint(condition=Q(joined_on__gt=models.F("born_on")), name="member_joined_after_birth"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **options: Any) -> None:
        self.path = self.organization.path
        super().save(*args, **options)

    @property
    def is_probationary(self) -> bool:
        """A probationary member: not yet a full one."""
        return self.full_on is None
