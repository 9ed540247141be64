"""Reads of this room: what blanks can hold, what they count, templates, reports."""
