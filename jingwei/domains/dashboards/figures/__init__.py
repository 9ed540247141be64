"""The figures over what the storeys below hold: organizations, members, plans and tasks, imports."""

from . import (
    burden,
    clearances,
    imports,
    indices,
    lists,
    members,
    notices,
    organizations,
    plans,
    posts,
    tasks,
    terms,
    units,
)

__all__ = [
    "burden",
    "clearances",
    "imports",
    "indices",
    "lists",
    "members",
    "notices",
    "organizations",
    "plans",
    "posts",
    "tasks",
    "terms",
    "units",
]
