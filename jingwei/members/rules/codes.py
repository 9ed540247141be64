"""The codes of the national standards (codes.yaml), both ways round."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

FILE = Path(__file__).parents[1] / "codes.yaml"


@dataclass(frozen=True)
class CodeList:
    """One standard: its number ("GB/T 4658-2006"), its title, code → name and name → code."""

    standard: str
    title: str
    names: Mapping[str, str]
    codes: Mapping[str, str]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """As a form offers them."""
        return list(self.names.items())


@cache
def code_lists() -> Mapping[str, CodeList]:
    """Every list by its column: gender, ethnic, education, occupation."""
    content = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return MappingProxyType({column: _list(entry) for column, entry in content.items()})


def _list(entry: dict[str, dict[str, str]]) -> CodeList:
    names = MappingProxyType(dict(entry["codes"]))
    codes = MappingProxyType({name: code for code, name in names.items()})
    return CodeList(str(entry["standard"]), str(entry["title"]), names, codes)


def name_of(column: str, code: str) -> str:
    """ "education", "21" → 大学本科毕业; a code that the standard does not have is given back as it is."""
    return code_lists()[column].names.get(code, code)


def code_of(column: str, name: str) -> str:
    """ "education", "大学本科毕业" → "21"; "" for a name that the standard does not have."""
    return code_lists()[column].codes.get(name, "")
