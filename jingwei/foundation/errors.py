"""The ways in which the program says no to a person. Each carries what the person can do next."""

from typing import Any

from django.core.exceptions import ValidationError


class Refused(ValidationError):
    """A rule says no. `basis`: the instrument's key and article, such as "branch-work-2018, 第四条"; `next_step`:
    what to do now; `earliest`: words for the first lawful day, where there is one. All texts are for the user."""

    def __init__(self, message: str, *, basis: str = "", next_step: str = "", earliest: str = "") -> None:
        super().__init__(message)
        self.basis = basis
        self.next_step = next_step
        self.earliest = earliest


class Stale(Exception):  # a state of the row, not a fault
    """Somebody else has saved the row since it was read. `current` is the row as it is now."""

    def __init__(self, current: Any) -> None:
        super().__init__("the row has changed since it was read")
        self.current = current
