"""All that is held about one person, as the inventory lists it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jingwei.foundation.scope.reach import everywhere
from jingwei.foundation.secrets.fields import BlindField
from jingwei.foundation.secrets.inventory import Entry, inventory, login_of
from jingwei.foundation.secrets.models import Look
from jingwei.foundation.secrets.selectors import looks_about, own_lookup

from .wording import told

MANY = 2000  # rows of one kind; the newest of more
# A digest tells the person nothing, and others too much; the key of a person is for the program.
WITHHELD = {"password", "person"}
Opener = Callable[[Any], dict[str, str]]


@dataclass(frozen=True)
class Holding:
    """What one kind of row holds about the person: titles of columns, rows of texts, whether there are older ones."""

    title: str
    heads: list[str]
    rows: list[list[str]]
    cut: bool


def holdings(user: Any, opener: Opener) -> list[Holding]:
    """Everything about a person, kind by kind. `opener` gives the plain texts of a row that has secrets."""
    with everywhere(reason="a person is given a copy of all that is held about oneself"):
        return [held for model, found in inventory() if (held := _held(model, found, user, opener))]


def _held(model: Any, found: list[Entry], user: Any, opener: Opener) -> Holding | None:
    columns = [entry for entry in found if _is_told(entry)]
    rows = _rows(model, columns, user)
    texts = [_texts(row, columns, opener) for row in rows[:MANY]]
    heads = [entry.title for entry in columns]
    return Holding(str(model._meta.verbose_name), heads, texts, len(rows) > MANY) if rows else None


def _is_told(entry: Entry) -> bool:
    """Whether a column says something to the person: not that the row is the person's own."""
    field = entry.model._meta.get_field(entry.column)
    if field.related_model is not None and entry.column == login_of(entry.model).split("__")[0].removesuffix("_id"):
        return False
    return bool(entry.title) and entry.column not in WITHHELD and not isinstance(field, BlindField)


def _rows(model: Any, columns: list[Entry], user: Any) -> list[Any]:
    """The rows about a person, newest first, and one more than MANY where there are more."""
    login = login_of(model)
    if model is Look:
        return list(looks_about(user, limit=MANY + 1))
    if not login:
        return []
    fields = [model._meta.get_field(entry.column) for entry in columns]
    linked = [field.name for field in fields if field.related_model is not None]
    rows = model._base_manager.filter(**{login: user.pk}).order_by("-pk")
    return list((rows.select_related(*linked) if linked else rows)[: MANY + 1])


def _texts(row: Any, columns: list[Entry], opener: Opener) -> list[str]:
    """Secrets are opened where the row itself says whose they are; else they stay masked."""
    is_own = any(entry.sealed for entry in columns) and own_lookup(type(row))
    plain = opener(row) if is_own else {}
    return [plain.get(entry.column) or told(row, entry.column) for entry in columns]
