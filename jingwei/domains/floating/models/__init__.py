"""Who is away, who has come, what is told of them; and who cannot be reached."""

from .feedback import Feedback
from .floating import Floating
from .inflow import Inflow
from .lost import LostContact, Search

__all__ = ["Feedback", "Floating", "Inflow", "LostContact", "Search"]
