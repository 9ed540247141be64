"""Doing one job that was leased, and what becomes of it."""

import logging
from datetime import timedelta
from pathlib import Path
from traceback import extract_tb

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django_tasks import TaskContext

from jingwei.foundation.clock import now
from jingwei.foundation.errors import Refused

from .backend import result_of
from .leases import Lease, LeaseLost, PutBack, held
from .titles import task_at

# Seconds until a job that raised is tried again; after the last it has failed.
PAUSES = (2, 10, 60, 300)
# What another try cannot change.
FINAL = (Refused, PermissionDenied, ImportError)
PLACES = 6

log = logging.getLogger(__name__)


def run(lease: Lease) -> Exception | None:
    """Do the job and write down how it ended. The fault that the task raised, if any; the worker goes on."""
    try:
        with held(lease):
            _call(lease)
    except LeaseLost:
        log.warning("job %s was taken over by another worker", lease.job.pk)
    except PutBack:
        lease.update(leased_until=None, leased_by="", attempts=0)
    except Exception as fault:
        _put_off(lease, fault)
        return fault
    else:
        if not lease.update(finished_at=now(), leased_until=None, error=""):
            log.warning("job %s ended after another worker had taken it over", lease.job.pk)
    return None


def _call(lease: Lease) -> None:
    task = task_at(lease.job.task)
    args, kwargs = lease.job.arguments["args"], lease.job.arguments["kwargs"]
    if task.takes_context:
        args = [TaskContext(task_result=result_of(lease.job)), *args]
    task.call(*args, **kwargs)


def _put_off(lease: Lease, fault: Exception) -> None:
    """Try again later, or fail."""
    failures = lease.job.failures + 1
    told, ended = said(fault), isinstance(fault, FINAL) or failures > len(PAUSES)
    log.error("job %s (%s): %s", lease.job.pk, lease.job.task, told, exc_info=fault if settings.DEMO else None)
    lease.update(
        failures=failures,
        error=told,
        leased_until=None,
        leased_by="",
        failed_at=now() if ended else None,
        run_after=now() + timedelta(seconds=0 if ended else PAUSES[failures - 1]),
    )


def said(fault: Exception) -> str:
    """What may be kept of a fault: a refusal's words; of any other the kind and the places. Its words may hold what
    belongs to a person."""
    if isinstance(fault, Refused):
        return "；".join(fault.messages)
    places = [f"{Path(one.filename).name}:{one.lineno}" for one in extract_tb(fault.__traceback__)[-PLACES:]]
    return f"{type(fault).__name__}（{' → '.join(places)}）"
