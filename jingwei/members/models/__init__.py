"""Members, what was true of them before, and what they are found by."""

from .award import Award
from .fact import Fact
from .member import Member
from .saved import SavedFilter
from .word import NameWord

__all__ = ["Award", "Fact", "Member", "NameWord", "SavedFilter"]
