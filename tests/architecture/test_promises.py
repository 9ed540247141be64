"""ARCHITECTURE.md is one page, and each of its promises names a test that exists."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
PROMISE = re.compile(r"^- (?P<words>.+[.]) `(?P<file>tests/[\w/]+\.py)::(?P<test>test_\w+)`$")


def promises() -> list[str]:
    return [line for line in PAGE.splitlines() if line.startswith("- ")]


def names_in(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_the_page_is_one_page():
    assert len(PAGE.splitlines()) <= 60


def test_each_promise_names_one_test():
    assert [line for line in promises() if not PROMISE.match(line)] == []


def test_each_named_test_exists():
    found = [PROMISE.match(line) for line in promises()]
    missing = [
        f"{match['file']}::{match['test']}"
        for match in found
        if match and (not (ROOT / match["file"]).exists() or match["test"] not in names_in(ROOT / match["file"]))
    ]
    assert missing == []
