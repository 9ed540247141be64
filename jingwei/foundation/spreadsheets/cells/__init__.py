"""What a cell may hold.

    Text(max=100)  PersonName()  Code(table)  Choice.of("党籍状态", choices)  Day()  Number()  YesNo()
    IdNumber()  CreditCode()  Phone()  Reference(of="党支部")

`kind.read(raw, on=day)` gives a value or raises `BadCell(reason, suggestion)`; `kind.show(value)` the text that goes
out and comes back in unchanged.
"""

from .codes import Choice, Code, CodeTable
from .days import Day
from .identity import CreditCode, IdNumber, Phone
from .kind import BadCell, Cell, Kind, Noted, as_typed, is_blank
from .numbers import Number, YesNo
from .texts import PersonName, Reference, Text

__all__ = [
    "BadCell",
    "Cell",
    "Choice",
    "Code",
    "CodeTable",
    "CreditCode",
    "Day",
    "IdNumber",
    "Kind",
    "Noted",
    "Number",
    "PersonName",
    "Phone",
    "Reference",
    "Text",
    "YesNo",
    "as_typed",
    "is_blank",
]
