"""What this room decides, without a database and without a clock."""
