"""The writes of this room: screens given out, outlines loaded."""
