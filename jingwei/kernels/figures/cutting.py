"""The usual ways to divide what a figure counts: by a closed list, and by conditions."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from django.db.models import Case, CharField, Choices, Q, Value, When

from .declaring import Cut

UNKNOWN = "未登记"
Conditions = Sequence[tuple[str, Q]]


def by_choice(key: str, title: str, choices: type[Choices], column: str = "") -> Cut:
    """By a column with a closed list (the one that is called as the cut, if it is not said)."""
    labels = {str(value): str(label) for value, label in choices.choices}
    return Cut(key, title, column or key, words_of(labels), tuple(labels))


def by_case(
    key: str, title: str, cases: Callable[[date], Conditions], words: Mapping[str, str], *, otherwise: str
) -> Cut:
    """By the first condition that holds on the day: (value, condition) in their order, else `otherwise`. `words`:
    value → how it is called, in the order in which the values are shown."""

    def at(on: date) -> Case:
        whens = [When(condition, then=Value(value)) for value, condition in cases(on)]
        return Case(*whens, default=Value(otherwise), output_field=CharField())

    return Cut(key, title, at, words_of(words), tuple(words))


def words_of(words: Mapping[str, str]) -> Callable[[str], str]:
    """How a value is called: 未登记 for none, the value itself for one that the list does not have."""
    return lambda value: words.get(value) or value or UNKNOWN
