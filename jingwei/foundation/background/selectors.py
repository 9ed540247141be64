"""What the page of jobs shows."""

from django.db.models import QuerySet

from jingwei.foundation.clock import now

from .models import UNFINISHED, Job

SHOWN = 50  # of each kind


def running() -> list[Job]:
    """The jobs in hand, the oldest first."""
    return list(_unfinished().filter(leased_until__gte=now()).order_by("started_at")[:SHOWN])


def waiting() -> list[Job]:
    """The jobs not in hand, those to begin next first."""
    return list(_unfinished().exclude(leased_until__gte=now()).order_by("-priority", "run_after", "id")[:SHOWN])


def failed() -> list[Job]:
    """The jobs given up, the newest first."""
    return list(Job.objects.filter(failed_at__isnull=False).order_by("-failed_at")[:SHOWN])


def finished() -> list[Job]:
    """The jobs done, the newest first."""
    return list(Job.objects.filter(finished_at__isnull=False).order_by("-finished_at")[:SHOWN])


def failed_job(pk: int) -> Job | None:
    """A job that was given up; None for any other."""
    return Job.objects.filter(pk=pk, failed_at__isnull=False).first()


def _unfinished() -> "QuerySet[Job]":
    found: QuerySet[Job] = Job.objects.filter(UNFINISHED)
    return found
