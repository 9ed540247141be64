"""Rows on their way into a register, read by the thousand."""

from django.db.models import BinaryField, ExpressionWrapper, F

from ..models import Intake, Staged
from .intakes import waiting

COLUMNS = ("pk", "intake_id", "number", "outcome", "values", "sealed", "target", "seen")


def next_waiting(intake: Intake, most: int) -> list[Staged]:
    """The next rows of the intake that are to be written."""
    sealed = ExpressionWrapper(F("secrets"), output_field=BinaryField())
    rows = waiting(intake).annotate(sealed=sealed).values_list(*COLUMNS)[:most]
    return [Staged(*row) for row in rows.iterator(most)]
