"""Finished jobs are forgotten after a week; failed ones stay until somebody has dealt with them."""

from datetime import timedelta

from jingwei.foundation.clock import now
from jingwei.foundation.journal import writing

from .models import Job

DAYS = 7


def sweep(*, days: int = DAYS) -> int:
    """Forget the jobs that finished more than `days` days ago; returns their number."""
    with writing(reason="finished jobs are kept for some days only"):
        swept, _ = Job.objects.filter(finished_at__lt=now() - timedelta(days=days)).delete()
    return swept
