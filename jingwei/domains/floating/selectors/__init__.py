"""Reads of this room."""

from .away import transfer_suggestions
from .rows import feedback, floating, inflows, lost, searches
from .waiting import waiting_for

__all__ = ["feedback", "floating", "inflows", "lost", "searches", "transfer_suggestions", "waiting_for"]
