"""Names say what a thing is, and nothing unfinished or machine-bound is left lying about."""

from pathlib import Path

from tests.architecture.sources import ROOT, called, find, matches, none_of, python_files

# Django's own habit for settings that the others are built on.
ALLOWED = {"jingwei/config/settings/base.py"}
EMPTY_WORDS = {"util", "helper", "common", "core", "base", "manager", "service", "misc", "stuff"}
OURS = ("jingwei", "tests", "docs", "setup", "requirements", "benchmarks", ".ci")
TEXT = {".py", ".sh", ".md", ".html", ".css", ".js", ".json", ".yaml", ".toml", ".txt", ".in", ""}


def own_files() -> list[Path]:
    below = (file for folder in OURS for file in (ROOT / folder).rglob("*"))
    beside = ROOT.glob("*")
    found = (file for file in (*below, *beside) if file.is_file() and "__pycache__" not in file.parts)
    return sorted(file for file in found if file.suffix in TEXT and file.name != ".git")


def test_no_file_or_folder_has_an_empty_name():
    named = {
        str(path.relative_to(ROOT))
        for folder in ("jingwei", "tests")
        for path in (ROOT / folder).rglob("*")
        if path.stem.strip("_").lower().removesuffix("s") in EMPTY_WORDS and "__pycache__" not in path.parts
    }
    none_of(sorted(named - ALLOWED))


def test_nothing_is_printed():
    none_of(find(python_files(), lambda node: "print()" if called(node) in {"print", "pprint"} else None))


def test_nothing_is_left_to_do():
    marks = "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3 + r"\b", "HACK"))
    none_of(matches(python_files("jingwei", "tests", "benchmarks"), rf"#.*\b({marks})"))


def test_no_file_knows_the_machine_it_was_written_on():
    folders = "|".join(("work", "root", "home/[a-z]+"))
    none_of(matches(own_files(), rf"(?<![\w.\]}}>-])/({folders})/[\w.]"))


def test_every_folder_of_tests_is_a_package():
    bare = {file.parent for file in (ROOT / "tests").rglob("*.py")} - {
        file.parent for file in (ROOT / "tests").rglob("__init__.py")
    }
    none_of(sorted(str(folder.relative_to(ROOT)) for folder in bare))
