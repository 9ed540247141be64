"""Who holds which post."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from jingwei.foundation.access.grants import roles
from jingwei.foundation.scope.models import RecordedModel

from ..choices import Duty
from .organization import Organization


class Post(RecordedModel):
    """One person's post in one organization, from a day to a day. The role is what the post may do in the program."""

    unscoped = "read before the reach is known, to find it; pages read posts through their organization"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="posts", verbose_name="人员")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="posts", verbose_name="组织")
    duty = models.CharField("职务", max_length=4, choices=Duty)
    role = models.CharField("权限角色", max_length=30)
    since = models.DateField("任职日期")
    until = models.DateField("离任日期", null=True, blank=True)

    class Meta:
        ordering = ["organization__path", "id"]
        verbose_name = "岗位"
        constraints = [
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=models.F("since")), name="post_ends_later"),
            models.UniqueConstraint(
                fields=["user", "organization", "role"], condition=Q(until=None), name="one_open_post_of_a_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """How the post is called: 云桥镇党建办 镇（街道）党建办."""
        return f"{self.organization.short_name} {self.get_duty_display()}"

    @property
    def role_title(self) -> str:
        return roles()[self.role].title

    def is_held(self, *, on: date) -> bool:
        """Whether it has begun and not ended on a day."""
        return self.since <= on and (self.until is None or self.until > on)

    def place(self) -> str:
        return self.organization.path
