"""People: the members and how they are made up, who joined, who left, what is to be done for them."""

from . import events, ratios, roll

__all__ = ["events", "ratios", "roll"]
