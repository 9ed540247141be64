"""The column that holds a path."""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from .paths import LONGEST, SEGMENT


class ByteOrderField(models.CharField[Any, Any]):
    """A text, compared byte by byte on both databases, so that what begins with the same signs is a range."""

    def db_parameters(self, connection: BaseDatabaseWrapper) -> Any:
        collation = "C" if connection.vendor == "postgresql" else None
        return {**super().db_parameters(connection), "collation": collation}


class PathField(ByteOrderField):
    """An organization's path: a range of it is a subtree.

    `follows=True`: when the organization moves, the column moves with it; else it keeps the path as it was."""

    def __init__(self, *args: Any, follows: bool = False, **options: Any) -> None:
        options.setdefault("max_length", LONGEST)
        self.follows = follows
        super().__init__(*args, **options)


@PathField.register_lookup
class Above(models.Transform):
    """`path__above="0001"`: what stands directly below a path. An index is over the same expression, so the number in
    it is written out and no parameter."""

    lookup_name = "above"
    template = f"SUBSTR(%(expressions)s, 1, LENGTH(%(expressions)s) - {SEGMENT})"
    output_field = models.CharField()
