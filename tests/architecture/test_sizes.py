"""Nothing is longer than a reader can hold."""

from pathlib import Path

from tests.architecture.sources import PROGRAM, ROOT, functions, none_of, place, python_files, room, templates

LINES_OF_A_FILE, LINES_OF_A_FUNCTION, LINES_OF_A_VIEW, LINES_OF_A_TEMPLATE = 300, 30, 15, 120


def length(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def too_long(files: list[Path], limit: int) -> list[str]:
    return [f"{file.relative_to(ROOT)} has {lines} lines" for file in files if (lines := length(file)) > limit]


def test_files_are_short():
    styles_and_scripts = sorted(found for kind in ("css", "js") for found in PROGRAM.rglob(f"*.{kind}"))
    none_of(too_long([*python_files("jingwei", "tests", "benchmarks"), *styles_and_scripts], LINES_OF_A_FILE))


def test_templates_are_short():
    none_of(too_long(templates(), LINES_OF_A_TEMPLATE))


def long_functions(files: list[Path], limit: int) -> list[str]:
    return [
        f"{place(file, node.lineno)} {node.name} has {lines} lines"
        for file in files
        for node in functions(file)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > limit
    ]


def test_functions_are_short():
    none_of(long_functions(python_files("jingwei", "tests", "benchmarks"), LINES_OF_A_FUNCTION))


def test_views_are_shorter_still():
    none_of(long_functions(room("views"), LINES_OF_A_VIEW))
