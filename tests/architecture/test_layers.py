"""Which way imports point. The stack itself is kept by the contracts in pyproject.toml (`lint-imports`)."""

import ast

import grimp
import pytest

from tests.architecture.sources import PROGRAM, apps, find, none_of, python_files

REACHABLE = {"selectors", "actions"}


@pytest.fixture(scope="module")
def imports() -> list[tuple[str, str, int]]:
    """(importer, imported, line) for every import between two modules of the program."""
    graph = grimp.build_graph("jingwei", cache_dir=None)
    return [
        (importer, imported, detail["line_number"])
        for importer in graph.modules
        for imported in graph.find_modules_directly_imported_by(importer)
        for detail in graph.get_import_details(importer=importer, imported=imported)
    ]


def app_of(module: str) -> str:
    """`jingwei.domains.dues.models` -> `jingwei.domains.dues`."""
    return ".".join(module.split(".")[:3])


def room_of(module: str) -> str:
    return (module.split(".") + [""] * 4)[3]


def test_a_domain_reaches_another_only_through_its_selectors_and_actions(imports):
    crossings = [
        f"{importer}:{line} imports {imported}"
        for importer, imported, line in imports
        if importer.startswith("jingwei.domains.") and imported.startswith("jingwei.domains.")
        if app_of(importer) != app_of(imported) and room_of(imported) not in REACHABLE
    ]
    none_of(sorted(crossings))


def test_a_storey_above_the_kernels_writes_to_them_through_their_actions(imports):
    crossings = [
        f"{importer}:{line} imports {imported}"
        for importer, imported, line in imports
        if importer.startswith("jingwei.domains.") and imported.startswith("jingwei.kernels.")
        if room_of(imported) in {"views", "forms", "urls", "api", "tasks"}
    ]
    none_of(sorted(crossings))


def test_views_never_see_models(imports):
    seen = [
        f"{importer}:{line} imports {imported}"
        for importer, imported, line in imports
        if "views" in importer.split(".") and "models" in imported.split(".")
    ]
    none_of(sorted(seen))


def test_every_app_says_what_it_is():
    folders = [*apps(), *(found for found in (PROGRAM / "foundation").iterdir() if (found / "__init__.py").exists())]
    silent = [
        str(folder.relative_to(PROGRAM))
        for folder in folders
        if not (folder / "__init__.py").read_text(encoding="utf-8").lstrip().startswith('"""')
    ]
    none_of(sorted(silent))


def test_kernels_do_not_know_their_mechanisms():
    keys = {file.stem for file in PROGRAM.rglob("catalog/**/*.yaml")}
    named = find(
        python_files("jingwei/kernels"),
        lambda node: str(node.value) if isinstance(node, ast.Constant) and node.value in keys else None,
    )
    none_of(named)
