from .paragraph import Number, Paragraph
from .summary import Summary
from .template import Template

__all__ = ["Number", "Paragraph", "Summary", "Template"]
