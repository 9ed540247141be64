"""Reads of this room: requests, the inventory, and all that is held about a person."""

from .papers import sections, what_of
from .rights import mine, own_member, requests, waiting

__all__ = ["mine", "own_member", "requests", "sections", "waiting", "what_of"]
