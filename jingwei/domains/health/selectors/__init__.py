"""Reads of this room: what is amiss below an organization, and the matters that came of it."""
