"""Who works at a job: a lease that ends by itself when its worker dies, and tells a worker that it was too slow."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Event
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django_tasks import default_task_backend

from jingwei.foundation.clock import now
from jingwei.foundation.journal import writing

from .models import UNFINISHED, Job

SECONDS = 15.0
# A job that was begun so often without getting on takes its worker down with it.
MOST_ATTEMPTS = 20
BROKEN_OFF = "每次开始后都中断，没有进展。"


class LeaseLost(BaseException):
    """Another worker has taken the job over. Not an Exception: no task may handle it."""


class PutBack(BaseException):
    """The worker is asked to stop: the job goes on with the next one. Not an Exception: no task may handle it."""


@dataclass
class Lease:
    """A worker's claim to a job; `stopping` is set when the worker is asked to stop."""

    job: Job
    token: str
    stopping: Event = field(default_factory=Event)

    def mine(self) -> "QuerySet[Job]":
        """The job, as long as it is ours."""
        found: QuerySet[Job] = Job.objects.filter(UNFINISHED, pk=self.job.pk, leased_by=self.token)
        return found

    def update(self, **values: Any) -> bool:
        """Write to the job; False when it is no longer ours."""
        with writing(reason="a lease is no act of a person"):
            return bool(self.mine().update(**values))

    def renew(self, **values: Any) -> bool:
        return self.update(leased_until=now() + lease_time(), **values)


_held: ContextVar[Lease | None] = ContextVar("lease", default=None)


def lease_seconds() -> float:
    """How long a lease lasts when it is not renewed (settings TASKS, OPTIONS, LEASE_SECONDS)."""
    return float(default_task_backend.options.get("LEASE_SECONDS", SECONDS))


def lease_time() -> timedelta:
    return timedelta(seconds=lease_seconds())


@contextmanager
def held(lease: Lease) -> Iterator[None]:
    """Run the block as the work of this lease."""
    token = _held.set(lease)
    try:
        yield
    finally:
        _held.reset(token)


def hold_lease() -> None:
    """The first statement of each transaction of a long task: until it ends, nobody else can take the job, and what it
    wrote counts as progress. Raises LeaseLost or PutBack, which undo the transaction. Nothing outside a job."""
    lease = _held.get()
    if lease is None:
        return
    if lease.stopping.is_set():
        raise PutBack
    if not lease.renew(attempts=1):
        raise LeaseLost


def due(queues: Sequence[str] = ()) -> "QuerySet[Job]":
    """The jobs that may be begun now, the most urgent first; of these queues, or of all."""
    moment = now()
    free = Q(leased_until=None) | Q(leased_until__lt=moment)
    found: QuerySet[Job] = Job.objects.filter(UNFINISHED, free, run_after__lte=moment)
    found = found.filter(queue__in=queues) if queues else found
    return found.order_by("-priority", "run_after", "id")


def claim(token: str, queues: Sequence[str] = ()) -> Lease | None:
    """Lease the most urgent job, or None. Looks first: who only looks does not stop SQLite's writers."""
    if not due(queues).exists():
        return None
    with transaction.atomic(), writing(reason="a lease is no act of a person"):
        job = due(queues).select_for_update(skip_locked=True).first()
        if job is None:
            return None
        if job.attempts >= MOST_ATTEMPTS:
            job.failed_at, job.error = now(), BROKEN_OFF
            job.save(update_fields=["failed_at", "error"])
            return claim(token, queues)
        job.attempts += 1
        job.started_at, job.leased_until, job.leased_by = now(), now() + lease_time(), token
        job.save(update_fields=["attempts", "started_at", "leased_until", "leased_by"])
        return Lease(job, token)
