"""Tables that leave: templates, exports and error files, which can all come back."""

from .filled import write_csv, write_table
from .returned import Rejected, write_rejected

__all__ = ["Rejected", "write_csv", "write_rejected", "write_table"]
