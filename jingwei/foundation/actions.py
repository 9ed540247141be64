"""The single door for writes: authorise → one transaction → one record."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.db import transaction

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.access.grants import must_exist
from jingwei.foundation.declared import declare as declare_action
from jingwei.foundation.errors import Stale
from jingwei.foundation.journal import open_journal, writing
from jingwei.foundation.record.writer import write_act

__all__ = ["action", "writing"]

Result = TypeVar("Result")


def action(permission: str, *, title: str = "") -> Callable[[Callable[..., Result]], Callable[..., Result]]:
    """Declare `perform(actor, subject, /, **data)` as the one way to do this.

    `title` is what the record calls it, such as "修改职责".
    The actor must hold `permission` at the subject's place; the row changes made inside become one act of the record.
    `version` in the data of a versioned subject is what its editor saw: another value raises Stale.
    Raises PermissionDenied, Refused (from the rules), Stale.
    """
    must_exist(permission)

    def declare(perform: Callable[..., Result]) -> Callable[..., Result]:
        name = f"{_app_of(perform.__module__)}.{perform.__name__}"

        @wraps(perform)
        def checked(actor: Actor, subject: Any, /, **data: Any) -> Result:
            place = subject.place()
            actor.must(permission, place)
            with transaction.atomic(), open_journal() as journal:
                _must_be_fresh(subject, data)
                result = perform(actor, subject, **data)
                write_act(actor, name, subject, result=result, place=place, changes=journal.changes)
            return result

        for what, value in (("name", name), ("permission", permission), ("title", title)):
            setattr(checked, what, value)  # read by the record's pages and by tests
        declare_action(name, checked)
        return checked

    return declare


def _app_of(module: str) -> str:
    """ "jingwei.kernels.plans.actions.review" → "plans"."""
    parts = module.split(".")
    return parts[parts.index("actions") - 1] if "actions" in parts else parts[-2]


def _must_be_fresh(subject: Any, data: dict[str, Any]) -> None:
    seen = data.pop("version", None)
    if seen is None or not hasattr(subject, "version"):
        return
    current = subject.fresh(locked=True)
    if current.version != int(seen):
        raise Stale(current)
