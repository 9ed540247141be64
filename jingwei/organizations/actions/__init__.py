"""The writes of this room: reorganising, posts, units."""
