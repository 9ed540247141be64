"""The rows of this room: a plan and its parts, tasks and reports, clearances, notices."""

from .clearance import AskedField, Clearance
from .notice import Notice
from .plan import Chapter, Duty, Item, Measure, Plan
from .task import Report, Task

__all__ = ["AskedField", "Chapter", "Clearance", "Duty", "Item", "Measure", "Notice", "Plan", "Report", "Task"]
