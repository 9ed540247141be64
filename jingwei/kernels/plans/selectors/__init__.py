"""The reads of this room, all within the reader's reach."""
