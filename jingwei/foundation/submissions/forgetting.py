"""Old answers are forgotten: nobody sends a form again after a week."""

from datetime import timedelta

from jingwei.foundation.clock import now
from jingwei.foundation.journal import writing

from .models import Submission

DAYS = 7


def forget(*, days: int = DAYS) -> int:
    """Forget the answers that are more than `days` days old; returns their number."""
    with writing(reason="keys of forms are kept for some days only"):
        forgotten, _ = Submission.objects.filter(at__lt=now() - timedelta(days=days)).delete()
    return forgotten
