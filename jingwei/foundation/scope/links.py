"""The lock on links: a row leads to rows of its own organization only, unless its model says why it may cross."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from jingwei.foundation.errors import Refused


@cache
def inner_links(model: Any) -> list[Any]:
    """The foreign keys of a scoped model that must stay inside the organization: all to scoped models, but the one
    that says where the row is, and those of `crossing`."""
    return [field for field in scoped_keys(model) if field.name not in model.crossing]


def scoped_keys(model: Any) -> list[Any]:
    """The foreign keys of a scoped model to scoped models, but the one that says where the row is."""
    own = model.placing().split("__")[0]
    keys = (field for field in model._meta.concrete_fields if hasattr(field.related_model, "placing"))
    return [field for field in keys if field.name != own]


def must_stay_inside(row: Any, columns: Iterable[str]) -> None:
    """Raises Refused when one of these columns leads to a row of another organization."""
    for field in inner_links(row._meta.model):
        if field.attname in columns and getattr(row, field.attname) is not None:
            target = getattr(row, field.name)
            if target.place() != row.place():
                raise Refused(
                    f"“{field.verbose_name}”只能选同一个组织的内容。",
                    next_step="请重新选择，或者先换到那个组织去。",
                )
