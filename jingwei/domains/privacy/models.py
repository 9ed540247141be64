"""What a person asked about own data, and what became of it."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Own, Subtree
from jingwei.members.models import Member

from .choices import RequestKind
from .rules import state_of


class RightsRequest(VersionedModel):
    """A request of a person about own data. `what` is the column it is about ("phone"), empty for none; the path is
    that of the member, or of the post of somebody who is no member."""

    scope = (Subtree("path"), Own("owner_id"))

    path = PathField("路径", follows=True, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="申请人")
    member = models.ForeignKey(
        Member, models.PROTECT, null=True, blank=True, related_name="rights_requests", verbose_name="党员"
    )
    kind = models.CharField("申请事项", max_length=8, choices=RequestKind)
    what = models.CharField("涉及内容", max_length=40, blank=True)
    text = models.CharField("说明", max_length=500, blank=True)
    made_on = models.DateField("申请日期")
    due_on = models.DateField("办理期限")
    decided_on = models.DateField("答复日期", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="答复人"
    )
    granted = models.BooleanField("是否同意", null=True)
    reason = models.CharField("答复", max_length=500, blank=True)
    carried_out_on = models.DateField("落实日期", null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = "个人信息申请"
        indexes = [models.Index(fields=["path", "decided_on", "due_on"], name="requests_waiting")]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_on=None, decided_by=None, granted=None)
                | Q(decided_on__isnull=False, decided_by__isnull=False, granted__isnull=False),
                name="request_is_decided_as_a_whole",
            ),
            models.CheckConstraint(condition=~Q(granted=False, reason=""), name="refusal_of_a_request_says_why"),
            models.CheckConstraint(
                condition=Q(carried_out_on=None) | Q(granted__isnull=False, granted=True),
                name="only_what_was_granted_is_carried_out",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.owner}申请{self.get_kind_display()}"

    def state(self, *, on: date) -> tuple[str, str]:
        """(kind of state, word) on a day."""
        return state_of(self.due_on, self.decided_on, self.granted, self.carried_out_on, on=on)
