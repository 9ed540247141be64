"""The table of jobs."""

from django.db import models
from django.db.models import Q

from jingwei.foundation.clock import now
from jingwei.foundation.scope.models import RecordedModel

from .titles import title_of

UNFINISHED = Q(finished_at=None, failed_at=None)


class Job(RecordedModel):
    """One run of a task. It waits until `run_after`, is leased to a worker, and ends finished or failed."""

    unscoped = "jobs carry numbers of rows; each task opens the reach it needs"
    unrecorded_because = "the act that asked for it, and the acts it does, are recorded"

    task = models.CharField("事项", max_length=200, help_text="where the task is: package.module.name")
    arguments = models.JSONField(default=dict, help_text='{"args": [...], "kwargs": {...}}')
    queue = models.CharField(max_length=40, default="default")
    priority = models.SmallIntegerField(default=0)
    key = models.CharField(max_length=120, blank=True, help_text="no two unfinished jobs have the same; empty: any")
    created_at = models.DateTimeField("提出时间", default=now)
    run_after = models.DateTimeField("最早开始", default=now)
    started_at = models.DateTimeField("开始时间", null=True)
    attempts = models.PositiveSmallIntegerField(default=0, help_text="how often it was begun since it last got on")
    failures = models.PositiveSmallIntegerField("出错次数", default=0)
    leased_until = models.DateTimeField(null=True)
    leased_by = models.CharField(max_length=80, blank=True)
    finished_at = models.DateTimeField("完成时间", null=True)
    failed_at = models.DateTimeField("停止时间", null=True)
    error = models.TextField("原因", blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = "后台事项"
        indexes = [
            models.Index(fields=["-priority", "run_after", "id"], condition=UNFINISHED, name="job_in_turn"),
            models.Index(fields=["finished_at"], name="job_by_end"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=UNFINISHED & ~Q(key=""), name="job_once"),
            models.CheckConstraint(condition=Q(finished_at=None) | Q(failed_at=None), name="job_ends_one_way"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What the task is called for people."""
        return title_of(self.task)
