"""Reads of this room: coverage in numbers, the units behind them, sightings, teams, days and weeks."""

from .waiting import waiting_for

__all__ = ["waiting_for"]
