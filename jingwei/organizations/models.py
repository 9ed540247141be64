"""The tree of organizations and what belongs to it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from jingwei.foundation.access.grants import roles
from jingwei.foundation.scope import paths
from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import RecordedModel, ScopedModel, VersionedModel
from jingwei.foundation.scope.vocabulary import Lineage, Subtree

from .choices import AREAS, ELECTED, GRASSROOTS, ChangeKind, Duty, Level, PartyType, ResponsibilityKind, UnitKind


class Organization(VersionedModel):
    """One node of the tree. Its parent is its path less one segment; whoever stands below sees those above."""

    scope = (Subtree("path"), Lineage("path"))
    unrecorded: ClassVar[tuple[str, ...]] = ("version", "children_made")

    path = PathField("路径", unique=True, editable=False, follows=True)
    children_made = models.PositiveIntegerField(default=0, editable=False, help_text="numbers are never used again")
    name = models.CharField("名称", max_length=100)
    short_name = models.CharField("简称", max_length=40)
    level = models.CharField("层级", max_length=12, choices=Level)
    party_type = models.CharField("党组织类别", max_length=6, choices=PartyType, blank=True)
    established_on = models.DateField("成立日期")
    revoked_on = models.DateField("撤销日期", null=True, blank=True)

    class Meta:
        ordering = ["path"]
        verbose_name = "组织"
        constraints = [
            models.CheckConstraint(
                condition=Q(revoked_on=None) | Q(revoked_on__gte=models.F("established_on")),
                name="organization_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return self.short_name or self.name

    def place(self) -> str:
        return self.path

    @property
    def parent_path(self) -> str:
        return paths.parent(self.path)

    @property
    def depth(self) -> int:
        return paths.depth(self.path)

    @property
    def is_grassroots(self) -> bool:
        """A community or a village: what is asked of it needs clearance."""
        return self.level in GRASSROOTS

    @property
    def is_elected(self) -> bool:
        """Its committee, or its secretary where there is none, is elected for a term."""
        return self.party_type in ELECTED

    @property
    def is_committee(self) -> bool:
        return self.party_type == PartyType.COMMITTEE

    @property
    def is_area(self) -> bool:
        """It has an area with units in it."""
        return self.level in AREAS

    @property
    def is_department(self) -> bool:
        return self.level == Level.DEPARTMENT


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

    def place(self) -> str:
        return self.organization.path


class Term(ScopedModel):
    """The term of an organization's committee; when it is due follows from the regulations."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="terms", verbose_name="组织")
    number = models.PositiveSmallIntegerField("届次")
    since = models.DateField("选举日期")
    years = models.PositiveSmallIntegerField("任期（年）")
    ended_on = models.DateField("结束日期", null=True, blank=True)

    class Meta:
        ordering = ["organization__path", "-since"]
        verbose_name = "届期"
        constraints = [models.UniqueConstraint(fields=["organization", "number"], name="term_number_once")]

    def __str__(self) -> str:
        return f"第{self.number}届"


class Responsibility(VersionedModel):
    """One thing that an organization answers for, and the post that owns it."""

    scope = (Subtree("organization__path"), Lineage("organization__path"))

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="responsibilities", verbose_name="组织")
    kind = models.CharField("责任类别", max_length=10, choices=ResponsibilityKind)
    text = models.CharField("内容", max_length=200)
    owner = models.ForeignKey(Post, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="责任人")

    class Meta:
        ordering = ["organization__path", "id"]
        verbose_name = "责任清单"

    def __str__(self) -> str:
        return self.text


class Unit(VersionedModel):
    """A unit of an area (a firm, a school, a market …). A resident unit takes part in the area's joint work."""

    scope = (Subtree("organization__path"), Lineage("organization__path"))
    crossing = {"party_organization": "a unit's Party organization may stand elsewhere in the tree"}

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="units", verbose_name="所在区域")
    name = models.CharField("名称", max_length=100)
    kind = models.CharField("类别", max_length=16, choices=UnitKind)
    is_resident = models.BooleanField("驻区共建单位", default=False)
    party_organization = models.ForeignKey(
        Organization, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="党组织"
    )

    class Meta:
        ordering = ["organization__path", "name"]
        verbose_name = "单位"
        constraints = [models.UniqueConstraint(fields=["organization", "name"], name="unit_name_once_in_an_area")]

    def __str__(self) -> str:
        return self.name


class Change(ScopedModel):
    """Something that happened to an organization on a day, by a document. The path stays as it was then; who sees the
    organization now sees its whole history."""

    scope = (Subtree("path"), Subtree("organization__path"))
    crossing = {"organization": "it may have moved since"}

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="changes", verbose_name="组织")
    path = PathField("当时路径")
    kind = models.CharField("事项", max_length=10, choices=ChangeKind)
    on = models.DateField("日期")
    basis = models.CharField("批复文件", max_length=120)
    note = models.CharField("说明", max_length=300)

    class Meta:
        ordering = ["organization__path", "on", "id"]
        verbose_name = "沿革"

    def __str__(self) -> str:
        return f"{self.on} {self.get_kind_display()}"
