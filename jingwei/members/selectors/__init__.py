"""Reads of this room: rows, the search, the list, one member's page, who was where on a day."""

from .rows import beginnings, ever, members, members_at, members_in, number_of
from .search import search

__all__ = ["beginnings", "ever", "members", "members_at", "members_in", "number_of", "search"]
