"""Medals given, and visits made."""

from .medal import Medal as Medal
from .visit import CareVisit as CareVisit
