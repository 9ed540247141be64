"""The forms of this room: they hint; rules and actions decide."""
