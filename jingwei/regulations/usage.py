"""Who uses a number or a clause: found in the program's own source, once.

A module uses a key where it calls `parameter("key")`, `clause("key")` or `local_value("key", …)` with the key written
out, or where it reads a YAML file beside it that names the key after `clause:` or `parameter:`. A page uses the key
when its view's module reaches such a module by imports, at any depth: a reading of the program, not of one request.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.urls import URLPattern, get_resolver

READERS = {"parameter", "clause", "local_value"}
PROGRAM = Path(__file__).parents[1]
NAMED = re.compile(r"^[\s-]*(?:clause|parameter): *([a-z_]+\.[a-z0-9_]+)", re.MULTILINE)


@dataclass(frozen=True, order=True)
class Use:
    """One place in the program: the part's name for users, the module, and the line."""

    part: str
    module: str
    line: int


@dataclass(frozen=True, order=True)
class Page:
    """A page that reaches a use. `href` is empty where the address needs more than the pattern."""

    part: str
    address: str
    href: str


def module_name(file: Path) -> str:
    """jingwei/kernels/plans/rules/__init__.py → jingwei.kernels.plans.rules."""
    parts = file.relative_to(PROGRAM.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part_of(module: str) -> str:
    """The Chinese name of the app that holds a module."""
    config = apps.get_containing_app_config(module)
    return str(config.verbose_name) if config else module


@dataclass(frozen=True)
class Source:
    """What a module names: (key, line) of each number and clause, and the modules that it imports."""

    keys: tuple[tuple[str, int], ...]
    imports: frozenset[str]


@cache
def sources() -> Mapping[str, Source]:
    """Module → what it names, for the whole program without tests and migrations."""
    files = (file for file in sorted(PROGRAM.rglob("*.py")) if "migrations" not in file.parts)
    return {module_name(file): _source(file) for file in files}


def _source(file: Path) -> Source:
    tree = ast.parse(file.read_bytes())
    return Source(tuple(_keys(file, tree)), frozenset(_imports(module_name(file), file, tree)))


def _keys(file: Path, tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            key = node.args[0]
            if node.func.id in READERS and isinstance(key, ast.Constant):
                yield str(key.value), node.lineno
        if isinstance(node, ast.Constant) and str(node.value).endswith(".yaml"):
            yield from ((key, node.lineno) for key in _named_in(file.parent / str(node.value)))


def _named_in(file: Path) -> list[str]:
    return NAMED.findall(file.read_text(encoding="utf-8")) if file.is_file() else []


@cache
def uses() -> Mapping[str, tuple[Use, ...]]:
    """Key → the places that use it."""
    found: dict[str, set[Use]] = {}
    for module, source in sources().items():
        for key, line in source.keys:
            found.setdefault(key, set()).add(Use(part_of(module), module, line))
    return {key: tuple(sorted(places)) for key, places in found.items()}


def _imports(module: str, file: Path, tree: ast.Module) -> Iterator[str]:
    package = module if file.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        if isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            source = ".".join([*above, *([node.module] if node.module else [])])
            yield source
            yield from (f"{source}.{name.name}" for name in node.names)


@cache
def reached_by(module: str) -> frozenset[str]:
    """All modules of the program that a module imports, at any depth, itself among them."""
    seen, waiting = set[str](), [module]
    while waiting:
        name = waiting.pop()
        if name in sources() and name not in seen:
            seen.add(name)
            waiting += sources()[name].imports
    return frozenset(seen)


def _routes(patterns: Any, prefix: str = "/") -> Iterator[tuple[str, str]]:
    """(module of the view, address) of every route."""
    for pattern in patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield pattern.callback.__module__, address
        else:
            yield from _routes(pattern.url_patterns, address)


def pages_that_use(key: str) -> list[Page]:
    """The pages whose view reaches a use of the key."""
    users = {use.module for use in uses().get(key, ())}
    routes = _routes(get_resolver().url_patterns)
    found = {
        Page(part_of(module), re.sub(r"<[^>]*>", "…", address), "" if "<" in address else address)
        for module, address in routes
        if users & reached_by(module)
    }
    return sorted(found)


def usage_of(key: str) -> dict[str, Any]:
    """What a page shows of a key's use: `uses` and `pages`."""
    return {"uses": uses().get(key, ()), "pages": pages_that_use(key)}
