"""Reads of this room."""

from .rows import arrivals, letters, transfers
from .waiting import waiting_for

__all__ = ["arrivals", "letters", "transfers", "waiting_for"]
