"""What all tests share: which database they run on is said by DATABASE_URL (none: SQLite), and shown at the top."""

from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import settings as hypothesis_settings

# How long an example takes says more about the machine than about the program.
hypothesis_settings.register_profile("jingwei", deadline=None)
hypothesis_settings.load_profile("jingwei")
pytest_plugins = ["tests.cast", "tests.emptying"]


def pytest_report_header() -> str:
    return f"database: {settings.DATABASES['default']['ENGINE'].rpartition('.')[2]}"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The journeys have a browser and a database of their own, so they run by themselves: pytest tests/journeys."""
    asked_for = any("journeys" in argument for argument in config.args)
    return True if collection_path == Path(__file__).parent / "journeys" and not asked_for else None


@pytest.hookimpl(tryfirst=True)  # before the marks choose
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whole pages go through the whole program: they belong to the slow half, which `make test` runs."""
    for item in items:
        if "pages" in item.path.parts or item.path.name == "test_pages.py":
            item.add_marker(pytest.mark.slow)
