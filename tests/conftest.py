"""What all tests share: which database they run on is said by DATABASE_URL (none: SQLite), and shown at the top."""

from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import settings as hypothesis_settings

# How long an example takes says more about the machine than about the program.
hypothesis_settings.register_profile("jingwei", deadline=None)
hypothesis_settings.register_profile("quick", deadline=None, max_examples=20)  # `make check`
hypothesis_settings.load_profile("jingwei")
pytest_plugins = ["tests.cast", "tests.emptying", "tests.migrated"]


def pytest_report_header() -> str:
    return f"database: {settings.DATABASES['default']['ENGINE'].rpartition('.')[2]}"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The journeys have a browser and a database of their own, so they run by themselves: pytest tests/journeys."""
    asked_for = any("journeys" in argument for argument in config.args)
    return True if collection_path == Path(__file__).parent / "journeys" and not asked_for else None


# What goes through the whole program, as a page or as an answer to one; where everything that the platform counts is
# counted anew for each test; where whole files are read and written; where many people see the same work.
WHOLE = {"api", "pages", "views", "screens"}
SLOW = (
    "/test_pages.py", "/test_figures.py", "/test_home.py", "/demo/",
    "/dashboards/figures/", "/dashboards/selectors/", "/reports/test_", "/kernels/figures/",
    "/foundation/spreadsheets/", "/foundation/documents/", "/foundation/access/test_side_doors.py",
    "/plans/test_show.py", "/plans/test_leaks.py",
)  # fmt: skip


@pytest.hookimpl(tryfirst=True)  # before the marks choose
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """These belong to the slow half (`make test`)."""
    for item in items:
        if WHOLE & set(item.path.parts) or any(place in item.path.as_posix() for place in SLOW):
            item.add_marker(pytest.mark.slow)
