"""Rules never ask the clock, and there is only one."""

import ast

from tests.architecture.sources import PROGRAM, called, dotted, find, none_of, python_files, room

ASKING = {"now", "today", "utcnow", "localdate", "localtime", "working_today"}
CLOCKS = {"timezone.now", "timezone.localdate", "datetime.now", "datetime.utcnow", "date.today"}


def other_clock(node: ast.AST) -> str | None:
    """A clock that is not `foundation.clock`: Python's, Django's, or a column that fills itself."""
    if isinstance(node, ast.keyword) and node.arg in {"auto_now", "auto_now_add"}:
        return node.arg
    if called(node) == "timezone.localtime" and not getattr(node, "args", None):
        return "timezone.localtime()"
    name = dotted(node) if isinstance(node, ast.Attribute) else ""
    return name if ".".join(name.split(".")[-2:]) in CLOCKS or name == "time.time" else None


def test_rules_are_told_the_day():
    asked = find(room("rules"), lambda node: name if (name := called(node) or "").split(".")[-1] in ASKING else None)
    none_of(asked)


def test_there_is_one_clock():
    clock = PROGRAM / "foundation" / "clock"
    none_of(find([file for file in python_files() if clock not in file.parents], other_clock))
