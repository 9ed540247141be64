"""The project's own files, as the architecture tests read them. Every finding names its `file:line`."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "jingwei"
APPS = ("kernels/*", "domains/*", "organizations", "regulations", "members")
# The rooms of an app in which a write would escape the record of acts.
READING_ROOMS = ("views", "forms", "selectors", "rules", "choices", "urls", "api", "catalog")


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def nodes(file: Path) -> tuple[ast.AST, ...]:
    """All nodes of a file: many tests walk over the whole program, and walking takes longer than looking."""
    return tuple(ast.walk(tree(file)))


@cache
def calls(file: Path) -> tuple[ast.Call, ...]:
    return tuple(node for node in nodes(file) if isinstance(node, ast.Call))


def place(file: Path, line: int) -> str:
    return f"{file.relative_to(ROOT)}:{line}"


def python_files(*folders: str) -> list[Path]:
    """All Python files below these folders of the project, migrations left out: they are generated."""
    found = (file for folder in folders or ("jingwei",) for file in (ROOT / folder).rglob("*.py"))
    return sorted(file for file in found if "migrations" not in file.parts)


def room(*names: str) -> list[Path]:
    """The files `<name>.py`, and all files of the folders `<name>/`, wherever they stand in the program."""
    return [file for file in python_files() if {*file.relative_to(PROGRAM).parts[:-1], file.stem} & set(names)]


def apps() -> list[Path]:
    """The folders of the apps: kernels, domains and the storeys that are an app themselves."""
    found = (folder for pattern in APPS for folder in PROGRAM.glob(pattern))
    return sorted(folder for folder in found if (folder / "__init__.py").exists())


def find(files: list[Path], wrong: Callable[[ast.AST], str | None]) -> list[str]:
    """`file:line what` for each node that `wrong` has a word for."""
    return [
        f"{place(file, getattr(node, 'lineno', 1))} {word}"
        for file in files
        for node in nodes(file)
        if (word := wrong(node))
    ]


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in nodes(file) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def called(node: ast.AST) -> str | None:
    """The dotted name that is called: `Member.objects.create`; a call on a call shows as `….name`."""
    return dotted(node.func) if isinstance(node, ast.Call) else None


def dotted(node: ast.AST) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return f"{dotted(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else "…"


def templates() -> list[Path]:
    return sorted(file for file in PROGRAM.rglob("templates/**/*") if file.is_file())


def matches(files: list[Path], pattern: str) -> list[str]:
    """`file:line text` for each match of a pattern, also one that runs over lines; not in a template's remarks."""
    found = []
    for file in files:
        text = re.sub(
            r"{#.*?#}", lambda remark: "\n" * remark[0].count("\n"), file.read_text(encoding="utf-8"), flags=re.S
        )
        for match in re.finditer(pattern, text, re.IGNORECASE):
            found.append(f"{place(file, text.count(chr(10), 0, match.start()) + 1)} {match[0].strip()[:80]}")
    return found


def none_of(found: list[str]) -> None:
    """Fail with one finding a line."""
    assert found == [], "\n" + "\n".join(found)


def listed(name: str) -> list[str]:
    """The lines of a reviewed list beside these tests, without its remarks."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
