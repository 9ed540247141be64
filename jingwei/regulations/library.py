"""The door to the library. Bind at import: a misspelt key, like a misprint in a file, stops the start.

QUORUM = parameter("election.quorum")        # in a rules.py, at the top
QUORUM.at(on).value                          # Fraction(4, 5), with .basis, .op and .citation
FORMS = clause("formalism.repeated_forms")   # for Refused(…, basis=FORMS.basis)
"""

from .entries import NotInForce, areas
from .instruments import Instrument, citation, instruments
from .numbers import Parameter, Value, parameters
from .wordings import Clause, Wording, clauses

__all__ = [
    "Clause",
    "Instrument",
    "NotInForce",
    "Parameter",
    "Value",
    "Wording",
    "areas",
    "citation",
    "clause",
    "clauses",
    "instruments",
    "parameter",
    "parameters",
]


def parameter(key: str) -> Parameter:
    """The number of that key. Raises KeyError, so that a misspelt key stops the program from starting."""
    return parameters()[key]


def clause(key: str) -> Clause:
    """The clause of that key. Raises KeyError, so that a misspelt key stops the program from starting."""
    return clauses()[key]
