"""The hidden sheet that says which table, version and job a file belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass

SHEET = "经纬标记"
EXPLANATION = "填写说明"  # the sheet beside the data in what we give out
_KEYS = ("table", "title", "version", "job", "sheet")


@dataclass(frozen=True)
class Mark:
    """`table` and `version` as in Table, `title` its title; `job` is the token of the job whose failing rows the file
    holds, else ""; `sheet` the title of the sheet in which they stand."""

    table: str
    title: str
    version: str
    job: str = ""
    sheet: str = ""

    def rows(self) -> tuple[tuple[str, str], ...]:
        """What stands in the hidden sheet."""
        return tuple((key, getattr(self, key)) for key in _KEYS)

    @classmethod
    def of(cls, said: Mapping[str, str]) -> "Mark | None":
        """From the pairs of the hidden sheet; None where it says no table."""
        if not said.get("table"):
            return None
        return cls(*(said.get(key, "")[:200] for key in _KEYS))
