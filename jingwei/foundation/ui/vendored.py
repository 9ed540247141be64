"""Files of npm packages that browsers are given: those that settings.VENDORED names, and no others of their folders."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import FileSystemFinder


class Vendored(FileSystemFinder):
    """Finds what is named in the folders of STATICFILES_DIRS."""

    def find_location(self, root: Any, path: str, prefix: str | None = None) -> Any:
        return super().find_location(root, path, prefix) if path in settings.VENDORED else None

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[Any]:
        for name in settings.VENDORED:
            prefix, _, path = name.rpartition("/")
            yield from ((path, self.storages[root]) for own, root in self.locations if own == prefix)
