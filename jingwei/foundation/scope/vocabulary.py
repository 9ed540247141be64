"""The closed vocabulary of scopes. Each is compiled late, so a queryset built at import time is scoped when it runs."""

from typing import Any

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.sql.compiler import SQLCompiler

from .paths import lineage, successor
from .reach import Reach, current_reach


class Scope(models.Func):
    """True for the rows that the current reach lets through. `field` is a lookup from the model, such as
    "organization__path"."""

    output_field = models.BooleanField()
    conditional = True

    def __init__(self, field: Any, **extra: Any) -> None:
        super().__init__(models.F(field) if isinstance(field, str) else field, **extra)
        self.lookup = field

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *_: Any, **unused: Any) -> tuple[str, Any]:
        reach = current_reach()
        if reach.unbounded:
            raise FullResultSet
        column, params = compiler.compile(self.source_expressions[0])
        return self.clause(column, list(params), reach)

    def clause(self, column: str, params: list[Any], reach: Reach) -> tuple[str, list[Any]]:
        """SQL and its parameters; raises EmptyResultSet where nothing can be seen."""
        raise NotImplementedError


class Subtree(Scope):
    """Mine and below: a range over the path, which both databases serve from a plain index."""

    def clause(self, column: str, params: list[Any], reach: Reach) -> tuple[str, list[Any]]:
        if not reach.subtrees:
            raise EmptyResultSet
        one = f"({column} >= %s AND {column} < %s)"
        values = [value for path in reach.subtrees for value in (*params, path, *params, successor(path))]
        return f"({' OR '.join([one] * len(reach.subtrees))})", values


class Lineage(Scope):
    """Published by an organization at or above where I stand."""

    def clause(self, column: str, params: list[Any], reach: Reach) -> tuple[str, list[Any]]:
        above = sorted({step for path in reach.standing for step in lineage(path)})
        if not above:
            raise EmptyResultSet
        return f"{column} IN ({', '.join(['%s'] * len(above))})", [*params, *above]


class Own(Scope):
    """About me: the row names my user."""

    def clause(self, column: str, params: list[Any], reach: Reach) -> tuple[str, list[Any]]:
        if reach.user_id is None:
            raise EmptyResultSet
        return f"{column} = %s", [*params, reach.user_id]


def below(field: str, path: str) -> models.Q:
    """The condition that the path in `field` lies at or below `path`: a range, which the index serves."""
    return models.Q(**{f"{field}__gte": path, f"{field}__lt": successor(path)}) if path else models.Q()
