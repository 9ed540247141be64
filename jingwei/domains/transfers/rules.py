"""Which steps a transfer takes, until when it can be taken back, how long a letter holds. No database, no clock."""

from datetime import date, timedelta

from jingwei.regulations.library import clause, parameter

STEP_WORKDAYS = parameter("transfer.step_workdays")
WARNING_WORKDAYS = parameter("transfer.step_warning_workdays")
LETTER_DAYS = parameter("transfer.letter_days")
LETTER_MAX_DAYS = parameter("transfer.letter_max_days")
RECEIPT_DAYS = parameter("transfer.receipt_warning_days")
ONE_BRANCH = parameter("membership.formal_branches")
BETWEEN_COMMITTEES = clause("transfer.between_committees")
WITHIN_PROVINCE = clause("transfer.within_province")
ACROSS_SYSTEMS = clause("transfer.across_systems")

ACROSS = ("propose", "letter", "receipt")
ONE_COMMITTEE = ("propose", "approve", "receive")
TWO_COMMITTEES = ("propose", "release", "accept", "receive")
# The steps up to and with the approval of the receiving side: until it is given, the proposer can take back.
REVOCABLE = frozenset({"propose", "release", "accept", "approve", "letter"})


def chain(kind: str, *, one_committee: bool) -> tuple[str, ...]:
    """The steps of a transfer in their order (ZJ-02, ZJ-03); two branches under one committee need one approval."""
    if kind == "out":
        return ACROSS
    return ONE_COMMITTEE if one_committee else TWO_COMMITTEES


def after(step: str, steps: tuple[str, ...]) -> str:
    """The step that follows; "" after the last one."""
    number = steps.index(step) + 1
    return steps[number] if number < len(steps) else ""


def can_be_revoked(step: str) -> bool:
    """Whether the proposer can still take the transfer back while this step is open."""
    return step in REVOCABLE


def light(due_on: date, warned_from: date, *, on: date) -> str:
    """ "late" after the day on which a step was due, "soon" from the day of the warning, else "doing"."""
    if on > due_on:
        return "late"
    return "soon" if on >= warned_from else "doing"


def valid_until(issued_on: date, days: int) -> date:
    """The last day of a letter that holds for so many days."""
    return issued_on + timedelta(days=days)


def has_expired(until: date, *, on: date) -> bool:
    """Whether the last day of a letter has passed."""
    return on > until


def receipt_due(issued_on: date) -> date:
    """The last day on which the receipt is not yet missing (ZJ-04)."""
    return issued_on + timedelta(days=int(RECEIPT_DAYS.at(issued_on).value))
