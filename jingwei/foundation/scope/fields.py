"""The column that holds a path."""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from .paths import LONGEST, SEGMENT


class PathField(models.CharField):  # type: ignore[type-arg]  # not subscriptable at run time
    """An organization's path. Compared byte by byte on both databases, so that a range is a subtree.

    `follows=True`: when the organization moves, the column moves with it; else it keeps the path as it was."""

    def __init__(self, *args: Any, follows: bool = False, **options: Any) -> None:
        options.setdefault("max_length", LONGEST)
        self.follows = follows
        super().__init__(*args, **options)

    def db_parameters(self, connection: BaseDatabaseWrapper) -> Any:
        collation = "C" if connection.vendor == "postgresql" else None
        return {**super().db_parameters(connection), "collation": collation}


@PathField.register_lookup
class Above(models.Transform):
    """`path__above="0001"`: what stands directly below a path. An index is over the same expression, so the number in
    it is written out and no parameter."""

    lookup_name = "above"
    template = f"SUBSTR(%(expressions)s, 1, LENGTH(%(expressions)s) - {SEGMENT})"
    output_field = models.CharField()
