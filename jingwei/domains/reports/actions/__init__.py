"""The writes of this room: reports drafted, edited, counted again, finished; templates kept."""
