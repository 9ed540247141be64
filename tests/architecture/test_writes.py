"""Writes go through actions, reads through scoped selectors, and every way around is on a reviewed list."""

import ast
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, called, calls, find, listed, none_of, place, python_files, room

WRITES = {"save", "create", "delete", "update", "get_or_create", "update_or_create", "bulk_create", "bulk_update"}
RAW = {"raw", "extra", "cursor", "RunSQL", "RawSQL", "executescript"}
STOREYS = ("kernels", "domains", "organizations", "regulations", "members")


def write(node: ast.AST) -> str | None:
    """A call that looks like a write to the database. Documents and pictures are saved *to* something, rows are
    not; dictionaries and hashes are updated *with* something, querysets by keyword."""
    subject, dot, verb = (called(node) or "").rpartition(".")
    if verb not in WRITES or not dot or (verb in {"save", "update", "delete"} and node.args):
        return None
    return f"{subject}.{verb}()"


def outside_actions() -> list[Path]:
    rooms = {"actions", "models"}
    return [
        file
        for file in python_files(*(f"jingwei/{storey}" for storey in STOREYS))
        if not rooms & {*file.parts, file.stem}
    ]


def test_only_actions_write():
    none_of(find(outside_actions(), write))


def test_the_rooms_that_read_do_not_write_in_the_foundation_either():
    none_of(find(room("views", "forms", "selectors", "rules"), write))


def raw_sql() -> dict[str, list[str]]:
    """{file: places} of every call that hands SQL to the database, and every method that composes it."""
    found: dict[str, list[str]] = {}
    for file in sorted((ROOT / "jingwei").rglob("*.py")):
        for node in calls(file):
            if (called(node) or "").rpartition(".")[2] in RAW:
                found.setdefault(str(file.relative_to(ROOT)), []).append(place(file, node.lineno))
    return found


def test_sql_is_written_by_hand_only_in_the_places_declared_for_it():
    declared = [line.split(" ", 1) for line in listed("raw_sql.txt")]
    assert all(len(reason) > 1 for reason in declared), "each line: file, a space, the reason"
    written, files = raw_sql(), {file for file, _ in declared}
    assert {file: places for file, places in written.items() if file not in files} == {}
    assert sorted(files - written.keys()) == [], "declared, but no SQL there any more"


def ways_out_of_scope() -> list[str]:
    """`file reason` of every `everywhere(reason=…)`. The definition itself is not a use."""
    found = []
    for file in python_files():
        for node in calls(file):
            if (called(node) or "").rpartition(".")[2] != "everywhere":
                continue
            reasons = [word.value for word in node.keywords if word.arg == "reason"]
            literal = reasons and isinstance(reasons[0], ast.Constant)
            found.append(f"{file.relative_to(ROOT)} {reasons[0].value if literal else 'a reason must be a plain text'}")
    return sorted(found)


def test_every_way_out_of_the_scope_is_on_the_reviewed_list():
    assert ways_out_of_scope() == sorted(listed("everywhere.txt"))


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("Member.objects.create(name='x')", "Member.objects.create()"),
        ("rows.update(done=True)", "rows.update()"),
        ("duty.save()", "duty.save()"),
        ("found.update({'a': 1})", None),
        ("picture.save(buffer, 'PNG')", None),
        ("create(name='x')", None),
    ],
)
def test_a_write_is_known_by_its_look(line, word):
    assert write(ast.parse(line, mode="eval").body) == word
