"""Forgets files and personal data once nothing can be undone any more."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q

from jingwei.foundation.clock import now, today
from jingwei.foundation.journal import writing

from ..models import Intake, Original, StagedRow
from ..registers import undo_days

NEVER_CONFIRMED_DAYS = 30


def erase() -> int:
    """Erase the originals and the values of what can no longer be undone, of what was given up, and of what nobody has
    confirmed for a month; which row came from where is kept. The number of files erased."""
    over = now() - timedelta(days=undo_days(today()))
    old = now() - timedelta(days=NEVER_CONFIRMED_DAYS)
    ended = Q(applied_at__lt=over) | Q(dropped_at__lt=over) | Q(undone_at__lt=over)
    ended |= Q(confirmed_at=None, sent_at__lt=old)
    with transaction.atomic(), writing(reason="what is kept no longer than it is of use"):
        found = Intake._base_manager.filter(ended, originals__isnull=False).values_list("pk", flat=True)
        pks = list(found.distinct())
        StagedRow._base_manager.filter(intake__in=pks).update(
            title="", values="", secrets=None, before=None, told="", remark=""
        )
        erased, _ = Original._base_manager.filter(intake__in=pks).delete()
    return erased
