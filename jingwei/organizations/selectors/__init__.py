"""Reads of this room: rows, the tree, one organization's page, and where something can go."""

from .rows import organizations, posts_held

__all__ = ["organizations", "posts_held"]
