"""The writes of this room: sending, checking, applying, undoing, erasing."""
