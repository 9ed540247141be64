"""Transfers with their steps and letters, and arrivals from outside."""

from .arrival import Arrival
from .letter import Letter
from .step import Step
from .transfer import Transfer

__all__ = ["Arrival", "Letter", "Step", "Transfer"]
