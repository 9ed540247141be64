"""Members for tests: one line each."""

from datetime import date
from typing import Any

from stdnum.cn import ric

from jingwei.foundation.actions import writing
from jingwei.members.actions.names import keep_words
from jingwei.members.models import Member

COLUMNS: dict[str, Any] = {
    "gender": "2",
    "born_on": date(1971, 8, 9),
    "ethnic": "01",
    "education": "21",
    "occupation": "13",
    "joined_on": date(1999, 7, 1),
    "full_on": date(2000, 7, 1),
}


def registered(organization, *names: str, **columns: Any) -> list[Member]:
    """Members of an organization, saved, found by their names."""
    with writing(reason="test"):
        rows = [
            Member(organization=organization, path=organization.path, name=name, **{**COLUMNS, **columns})
            for name in names
        ]
        for row in rows:
            row.save(force_insert=True)
        keep_words(rows)
    return rows


def id_of(born: date = COLUMNS["born_on"], serial: int = 2) -> str:
    """A number of no real region with the right check digit; an even serial is a woman's."""
    digits = f"990000{born:%Y%m%d}{serial:03}"
    return digits + ric.calc_check_digit(digits + "0")
