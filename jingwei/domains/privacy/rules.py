"""How long a request may take."""

from datetime import date

from jingwei.regulations.library import clause, parameter

WORKDAYS = parameter("privacy.request_workdays")
RIGHTS = clause("privacy.rights")


def workdays(*, on: date) -> int:
    """Working days from the request to its decision."""
    return int(WORKDAYS.at(on).value)


def state_of(
    due_on: date, decided_on: date | None, granted: bool | None, carried_out_on: date | None, *, on: date
) -> tuple[str, str]:
    """(kind of state, word): 待办理, 已逾期, 待落实, 已办结, 未同意."""
    if decided_on is None:
        return ("late", "已逾期") if on > due_on else ("todo", "待办理")
    if not granted:
        return "frozen", "未同意"
    return ("done", "已办结") if carried_out_on else ("doing", "待落实")
