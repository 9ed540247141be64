"""The writes of this room, one module a verb or resource."""
