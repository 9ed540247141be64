"""Intakes: a file that was sent, the rows that were read from it, and what became of them."""

from .intake import Intake
from .original import Original
from .row import StagedRow
from .staged import Staged

__all__ = ["Intake", "Original", "Staged", "StagedRow"]
