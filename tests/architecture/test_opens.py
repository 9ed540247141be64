"""Plain values come out of secrets in a few reviewed places only."""

import ast
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, called, calls, functions, listed, python_files

SEALING = "secrets.sealing"


def opens(node: ast.AST, *, sealing: bool = True) -> bool:
    """A call that gives a plain value: `opened(…)` where it is that of the sealing, or `.open()` of a secret. Files are
    opened *as* something: a call with arguments is theirs."""
    _, dot, name = (called(node) or "").rpartition(".")
    if name == "opened":
        return sealing
    return isinstance(node, ast.Call) and bool(dot) and name == "open" and not node.args and not node.keywords


def knows_the_sealing(file: Path) -> bool:
    text = file.read_text(encoding="utf-8")
    return SEALING in text or ("secrets" in file.parts and ".sealing import" in text)


def places() -> set[str]:
    """`file function` of every such call; `module` for one outside all functions."""
    found = set()
    for file in python_files():
        sealing = knows_the_sealing(file)
        inside: set[int] = set()
        for function in functions(file):
            nodes = [node for node in ast.walk(function) if opens(node, sealing=sealing)]
            inside |= {id(node) for node in nodes}
            found |= {f"{file.relative_to(ROOT)} {function.name}"} if nodes else set()
        if any(opens(node, sealing=sealing) and id(node) not in inside for node in calls(file)):
            found.add(f"{file.relative_to(ROOT)} module")
    return found


def test_plain_values_come_out_in_the_reviewed_places_only():
    reviewed = [line.split(" ", 2) for line in listed("opens.txt")]
    assert [line for line in reviewed if len(line) < 3] == [], "each line: file, function, the reason"
    assert sorted(f"{file} {function}" for file, function, _ in reviewed) == sorted(places())


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("member.phone.open()", True),
        ("opened(sealed, column)", True),
        ("sealing.opened(sealed, column)", True),
        ("file.open('rb')", False),
        ("open(path)", False),
        ("path.open(mode='w')", False),
        ("archive.open(name)", False),
    ],
)
def test_an_opening_is_known_by_its_look(line, is_one):
    assert opens(ast.parse(line, mode="eval").body) is is_one
