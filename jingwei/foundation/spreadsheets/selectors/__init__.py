"""Reads of this room: intakes, their rows, where a row of a register came from."""
