"""Reads of this room: the sections of a pack, the packs, who waits."""
