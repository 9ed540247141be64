"""Django's interface of tasks over the table of jobs."""

from typing import Any

from django_tasks import TaskResult, TaskResultStatus
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task
from django_tasks.exceptions import TaskResultDoesNotExist
from django_tasks.utils import get_module_path, normalize_json

from jingwei.foundation.clock import now
from jingwei.foundation.journal import writing

from .models import UNFINISHED, Job
from .titles import task_at


class DatabaseBackend(BaseTaskBackend):
    """Jobs in the program's own database: added with the transaction that asks for them, or not at all."""

    supports_defer = True
    supports_get_result = True
    supports_priority = True

    def enqueue(self, task: Task[Any, Any], args: Any, kwargs: Any) -> TaskResult[Any]:
        """Add a job inside the caller's transaction."""
        self.validate_task(task)
        job = job_of(task, args, kwargs)
        with writing(reason="a job is no act of a person; the act that asks for it is recorded"):
            job.save(force_insert=True)
        return result_of(job)

    def get_result(self, result_id: str) -> TaskResult[Any]:
        """How a job stands. Raises TaskResultDoesNotExist, also for one that was swept."""
        job = Job.objects.filter(pk=result_id).first() if result_id.isdigit() else None
        if job is None:
            raise TaskResultDoesNotExist(result_id)
        return result_of(job)


def enqueue_once(task: "Task[Any, Any]", key: str, *args: Any, **kwargs: Any) -> TaskResult[Any]:
    """Add a job unless one with the same key is unfinished: then that one is the answer."""
    job = job_of(task, args, kwargs, key=key)
    with writing(reason="a job is no act of a person; the act that asks for it is recorded"):
        Job.objects.bulk_create([job], ignore_conflicts=True)
    return result_of(Job.objects.filter(key=key).order_by("-id").get(UNFINISHED))


def job_of(task: "Task[Any, Any]", args: Any, kwargs: Any, *, key: str = "") -> Job:
    """The job, not yet saved. TypeError for arguments that are no JSON."""
    return Job(
        task=get_module_path(task.func),
        arguments=normalize_json({"args": args, "kwargs": kwargs}),
        queue=task.queue_name,
        priority=task.priority,
        run_after=task.run_after or now(),
        key=key,
    )


def result_of(job: Job) -> TaskResult[Any]:
    """A job in the words of Django's tasks."""
    return TaskResult(
        task=task_at(job.task),
        id=str(job.pk),
        status=_status(job),
        enqueued_at=job.created_at,
        started_at=job.started_at,
        finished_at=job.finished_at or job.failed_at,
        last_attempted_at=job.started_at,
        args=job.arguments["args"],
        kwargs=job.arguments["kwargs"],
        backend="default",
        errors=[],
        worker_ids=[job.leased_by] * job.attempts,
    )


def _status(job: Job) -> TaskResultStatus:
    if job.failed_at:
        return TaskResultStatus.FAILED
    if job.finished_at:
        return TaskResultStatus.SUCCESSFUL
    return TaskResultStatus.RUNNING if job.leased_until and job.leased_until >= now() else TaskResultStatus.READY
