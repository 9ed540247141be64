"""What was true of a member before, and what we believed."""

from django.db import models

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import ScopedModel
from jingwei.foundation.scope.vocabulary import Own, Subtree

from ..choices import FactKind
from .member import Member


class Fact(ScopedModel):
    """From `known_from` to `known_until` we believed that `value` held from `since` to `until` (both may be open).

    The member's own columns are today's belief about today; a value that was never changed has no row here. A change
    leaves two: the old belief without an end, which is over, and the new one with its end, which holds. A correction
    leaves the first only. The value that holds now began on the latest `until` of a belief that holds, and has been
    believed since the latest `known_until` of one without an end (rules/beliefs.py).

    A fact stays with the organization in which it was true: those who have the member now see it through the member,
    those who had the member then still see it here.
    """

    scope = (Subtree("path"), Subtree("member__path"), Own("member__user_id"))
    crossing = {"member": "a member who has gone elsewhere was here then"}

    path = PathField("路径", follows=True, editable=False)
    member = models.ForeignKey(Member, models.CASCADE, related_name="facts", verbose_name="党员")
    kind = models.CharField("事项", max_length=12, choices=FactKind)
    value = models.CharField("内容", max_length=100, blank=True)
    since = models.DateField("起", null=True, blank=True)
    until = models.DateField("止", null=True, blank=True)
    known_from = models.DateTimeField("登记时间")
    known_until = models.DateTimeField("更正时间", null=True, blank=True)
    basis = models.CharField("依据", max_length=200, blank=True)

    class Meta:
        ordering = ["member_id", "kind", "known_from", "id"]
        verbose_name = "党员沿革"
        indexes = [models.Index(fields=["kind", "path"], name="fact_by_place")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.since or ''}—{self.until or ''}"
