"""What a report is made of."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from jingwei.foundation.scope.models import VersionedModel
from jingwei.foundation.scope.vocabulary import Subtree

from ..choices import Form, Level
from .summary import Summary


class Paragraph(VersionedModel):
    """A line of a report. `line` is the line of the template that it comes from; `drafted` is its text as the program
    wrote it ("" where the program would leave it out by now), `text` as it stands."""

    scope = Subtree("summary__organization__path")

    summary = models.ForeignKey(Summary, models.CASCADE, related_name="paragraphs", verbose_name="总结")
    line = models.PositiveIntegerField("模板行")
    level = models.PositiveSmallIntegerField("层次", choices=Level)
    drafted = models.TextField("自动成稿", blank=True, max_length=10_000)
    text = models.TextField("文字", blank=True, max_length=10_000)

    class Meta:
        ordering = ["summary_id", "line"]
        verbose_name = "段落"
        constraints = [models.UniqueConstraint(fields=["summary", "line"], name="one_paragraph_a_line")]

    def __str__(self) -> str:
        return self.text[:20]


class Number(VersionedModel):
    """A number in a paragraph: what it counts, what was counted (`bottom` of a ratio only), its words as drafted, and
    as edited by hand ("" where they stand as drafted). `start` is where its words begin in the text of the paragraph;
    none where a person has taken them out. Months are "" for what is there, not what happens."""

    scope: ClassVar[Subtree] = Subtree("paragraph__summary__organization__path")

    paragraph = models.ForeignKey(Paragraph, models.CASCADE, related_name="numbers", verbose_name="段落")
    position = models.PositiveSmallIntegerField("次序")
    figure = models.CharField("指标", max_length=60)
    cut = models.CharField("分组", max_length=30, blank=True)
    value = models.CharField("分项", max_length=40, blank=True)
    first_month = models.CharField("开始月份", max_length=7, blank=True)
    last_month = models.CharField("结束月份", max_length=7, blank=True)
    form = models.CharField("写法", max_length=12, choices=Form)
    amount = models.BigIntegerField("统计数")
    bottom = models.BigIntegerField("分母", null=True, blank=True)
    shown = models.CharField("自动统计的文字", max_length=400)
    edited = models.CharField("人工改动的文字", max_length=420, blank=True)
    start = models.PositiveIntegerField("位置", null=True, blank=True)

    class Meta:
        ordering = ["paragraph_id", "position"]
        verbose_name = "总结中的数"
        constraints = [
            models.UniqueConstraint(fields=["paragraph", "position"], name="one_number_a_position"),
            models.CheckConstraint(condition=~Q(shown=""), name="number_has_words"),
            models.CheckConstraint(condition=~Q(edited=F("shown")), name="number_edited_is_another"),
            models.CheckConstraint(
                condition=Q(first_month="", last_month="") | Q(first_month__gt="", last_month__gte=F("first_month")),
                name="number_has_both_months",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """As it stands."""
        return self.edited or self.shown
