"""A plan as it was read and corrected: plan → chapters → items → duties → measures."""

from django.db import models
from django.db.models import Q

from jingwei.foundation.scope.fields import PathField
from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Lineage, Subtree
from jingwei.organizations.models import Organization

from ..choices import Comparator, Period, PlanState


def headed(number: str, title: str) -> str:
    """A heading as it is printed: 一、…, （一）…, 1. …"""
    if not number or number[-1] in "）).．、":
        return f"{number}{title}"
    return f"{number}. {title}" if number[-1].isdecimal() else f"{number}、{title}"


class Plan(VersionedModel):
    """A year's key points of one organization. Those below see it once it is approved (`published_path`)."""

    scope = (Subtree("organization__path"), Lineage("published_path"))

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="plans", verbose_name="制定单位")
    title = models.CharField("标题", max_length=200)
    year = models.PositiveSmallIntegerField("年度")
    issuer = models.CharField("发文单位", max_length=100, blank=True)
    text = models.TextField("原文")
    file_name = models.CharField("文件名", max_length=200, blank=True)
    state = models.CharField("状态", max_length=10, choices=PlanState, default=PlanState.DRAFT)
    approved_on = models.DateField("审定日期", null=True, blank=True)
    approved_by = models.CharField("审定人", max_length=160, blank=True)
    revises = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="revisions")
    revision = models.PositiveSmallIntegerField("修订次数", default=0)
    published_path = PathField("公布范围", null=True, blank=True, editable=False, follows=True)

    class Meta:
        ordering = ["-year", "organization__path", "-revision"]
        verbose_name = "工作要点"
        constraints = [
            models.CheckConstraint(
                condition=Q(state=PlanState.DRAFT, approved_on=None, published_path=None)
                | (~Q(state=PlanState.DRAFT) & Q(approved_on__isnull=False, published_path__isnull=False)),
                name="plan_approved_has_a_day",
            ),
            models.UniqueConstraint(fields=["revises", "revision"], name="plan_revision_once"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_draft(self) -> bool:
        return self.state == PlanState.DRAFT


class Chapter(VersionedModel):
    """A chapter; `start` and `end` are characters of the plan's text."""

    scope = (Subtree("plan__organization__path"), Lineage("plan__published_path"))

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="chapters")
    position = models.PositiveSmallIntegerField()
    number = models.CharField("序号", max_length=12, blank=True)
    title = models.CharField("标题", max_length=300)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["plan", "position"]
        verbose_name = "章"
        constraints = [models.UniqueConstraint(fields=["plan", "position"], name="chapter_position_once")]

    def __str__(self) -> str:
        return headed(self.number, self.title)


class Item(VersionedModel):
    """A numbered item of a chapter."""

    scope = (Subtree("chapter__plan__organization__path"), Lineage("chapter__plan__published_path"))

    chapter = models.ForeignKey(Chapter, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    number = models.CharField("序号", max_length=12, blank=True)
    title = models.CharField("标题", max_length=300)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["chapter__plan", "chapter__position", "position"]
        verbose_name = "条"
        constraints = [models.UniqueConstraint(fields=["chapter", "position"], name="item_position_once")]

    def __str__(self) -> str:
        return headed(self.number, self.title)


class Duty(VersionedModel):
    """What is to be done and by whom. A duty that a person added has no place in the text."""

    scope = (Subtree("item__chapter__plan__organization__path"), Lineage("item__chapter__plan__published_path"))

    item = models.ForeignKey(Item, models.CASCADE, related_name="duties")
    position = models.PositiveSmallIntegerField()
    text = models.TextField("要做什么")
    actors = models.CharField("谁来做", max_length=300, blank=True, help_text="用顿号分开")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    is_dropped = models.BooleanField("不作为任务", default=False)
    origin = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="successors")

    class Meta:
        ordering = ["item__chapter__plan", "item__chapter__position", "item__position", "position"]
        verbose_name = "职责"

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def plan(self) -> Plan:
        return self.item.chapter.plan


class Measure(VersionedModel):
    """A quantity that a duty asks for. `value` is empty for a blank that is still to be filled."""

    scope = (
        Subtree("duty__item__chapter__plan__organization__path"),
        Lineage("duty__item__chapter__plan__published_path"),
    )

    duty = models.ForeignKey(Duty, models.CASCADE, related_name="measures")
    position = models.PositiveSmallIntegerField()
    text = models.CharField("原文", max_length=200)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    subject = models.CharField("内容", max_length=100, blank=True)
    value = models.DecimalField("数量", max_digits=14, decimal_places=4, null=True, blank=True)
    upper = models.DecimalField("上限", max_digits=14, decimal_places=4, null=True, blank=True)
    unit = models.CharField("单位", max_length=20, blank=True)
    comparator = models.CharField("要求", max_length=10, choices=Comparator, default=Comparator.EQUAL)
    period = models.CharField("频次", max_length=12, choices=Period, blank=True)
    per = models.CharField("按什么计", max_length=40, blank=True)
    deadline = models.DateField("期限", null=True, blank=True)
    figure = models.CharField("自动统计", max_length=60, blank=True)
    parameter = models.CharField("对应的法规数字", max_length=80, blank=True)
    origin = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="successors")

    class Meta:
        ordering = ["duty", "position"]
        verbose_name = "量化要求"
        constraints = [
            models.CheckConstraint(
                condition=Q(upper=None) | Q(upper__gte=models.F("value")), name="measure_range_is_ordered"
            ),
        ]

    def __str__(self) -> str:
        return self.text
