"""The minutes a month that may be asked of a community: the library's number, or what an organization above it set."""

from collections.abc import Callable
from datetime import date

from jingwei.foundation.scope.paths import is_within
from jingwei.regulations.library import parameter
from jingwei.regulations.rules import number_of
from jingwei.regulations.selectors import local_rows

QUOTA = parameter("burden.community_minutes_a_month")

Quotas = Callable[[str], int]


def quotas(*, on: date) -> Quotas:
    """Path of a community → its quota on a day: what the nearest organization at or above it has set, the newest
    first. One query, however many communities are asked about."""
    national = int(QUOTA.at(on).value)
    rows = [row for row in local_rows(QUOTA.key) if row.since <= on]
    rows.sort(key=lambda row: (len(row.path), row.since), reverse=True)

    def quota(path: str) -> int:
        return next((int(number_of(row.value)) for row in rows if is_within(path, row.path)), national)

    return quota
