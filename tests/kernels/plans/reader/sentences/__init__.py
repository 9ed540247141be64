"""Sentences of the kind, written for these tests, and the measures in each (in the short form of `shorthand`)."""

from .counts import COUNTS, MONEY, RATES
from .frequencies import FREQUENCIES
from .lent import DONE_BEFORE, LENT, SHARED
from .mixed import MIXED
from .slogans import NO_MEASURES_EITHER, NOT_MEASURES
from .times import BLANKS, DEADLINES, LIMITS

__all__ = [
    "BLANKS",
    "COUNTS",
    "DEADLINES",
    "DONE_BEFORE",
    "FREQUENCIES",
    "LENT",
    "LIMITS",
    "MIXED",
    "MONEY",
    "NOT_MEASURES",
    "NO_MEASURES_EITHER",
    "RATES",
    "SHARED",
]
