"""Reads of this room: the cells of organizations, what they were, the rows behind them, whether they agree."""
