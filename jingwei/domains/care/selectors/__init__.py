"""Reads of this room: medals, birthdays, visits, what waits."""

from .waiting import waiting_for

__all__ = ["waiting_for"]
