"""Reading the library's YAML files strictly: an unknown, missing, repeated or mistyped key stops the start."""

from collections.abc import Hashable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from re import compile as pattern
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import yaml

NAME = pattern(r"[a-z][a-z0-9_]*")
BOOL = "tag:yaml.org,2002:bool"
SHARE = pattern(r"\d+/\d+")


class Misprint(ValueError):
    """A file of the library is not as it has to be. The message names the key and the fault."""


if TYPE_CHECKING:
    Loader = yaml.SafeLoader
else:  # the quick one, where it was built
    Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class SheetLoader(Loader):
    """YAML's safe loader, which refuses a key given twice, and for which `on`, `no` and `yes` are words."""

    yaml_implicit_resolvers = {
        start: [(tag, form) for tag, form in rules if tag != BOOL or start in "tTfF"]
        for start, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """As YAML does, with a Misprint for a repeated key."""
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep=deep)
        if len(mapping) != len(node.value):
            raise Misprint(f"{node.start_mark}: a key is given twice")
        return mapping


def read(file: Path) -> dict[str, Any]:
    """The mapping that the file holds."""
    content = yaml.load(file.read_bytes(), Loader=SheetLoader)
    if not isinstance(content, dict):
        raise Misprint(f"{file.name}: expected a mapping")
    return content


def sheets(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """(key, content) of every file `<area>/<name>.yaml` in the folder; the key is `area.name`."""
    for file in sorted(folder.glob("*/*.yaml")):
        area, name = file.parent.name, file.stem
        if not (NAME.fullmatch(area) and NAME.fullmatch(name)):
            raise Misprint(f"{area}/{file.name}: a name is lower-case English words joined by underscores")
        yield f"{area}.{name}", read(file)


def demand(where: str, content: Mapping[str, Any], *, needs: set[str], may_have: set[str]) -> None:
    """Stop where a needed key is missing or a key is unknown."""
    if missing := needs - content.keys():
        raise Misprint(f"{where}: missing {sorted(missing)}")
    if unknown := content.keys() - needs - may_have:
        raise Misprint(f"{where}: unknown {sorted(unknown, key=str)}")


def one_of(where: str, value: object, allowed: Mapping[str, str]) -> str:
    """The value, if it is one of the closed set."""
    if value not in allowed:
        raise Misprint(f"{where}: {value!r} is none of {', '.join(allowed)}")
    return str(value)


def text(where: str, value: object) -> str:
    """The value, if it is a text with something in it."""
    if not isinstance(value, str) or not value.strip():
        raise Misprint(f"{where}: expected words, found {value!r}")
    return value


def day(where: str, value: object) -> date:
    """The value, if it is a day."""
    if type(value) is not date:
        raise Misprint(f"{where}: expected a day such as 2018-10-28, found {value!r}")
    return value


def exact(value: Any) -> Any:
    """The value without floats and mutable parts: 0.005 is a Decimal, 4/5 a Fraction, lists are tuples."""
    if isinstance(value, float):
        return Decimal(str(value))
    if isinstance(value, str) and SHARE.fullmatch(value):
        return Fraction(value)
    if isinstance(value, list):
        return tuple(exact(part) for part in value)
    if isinstance(value, dict):
        return MappingProxyType({key: exact(part) for key, part in value.items()})
    return value
