"""Reads of this room: a member in the order of the screens, what is typed, what differs since."""
