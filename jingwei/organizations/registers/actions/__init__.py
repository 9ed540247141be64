"""What an undoing writes: it runs inside the act by which an import is taken back."""

from typing import Any

from django.utils.dateparse import parse_date

from ...models import Change, Organization


def deleted(row: Any) -> None:
    """Take a row away that the import made."""
    row.delete()


def deleted_organization(row: Organization) -> None:
    """Take away an organization with the note of its establishment; nothing else leads to it."""
    Change._base_manager.filter(organization=row).delete()
    row.delete()


def given_back(row: Any, before: dict[str, Any]) -> None:
    """Give a row the columns that it had."""
    for name, value in before.items():
        is_day = name.endswith("_on") or name in ("since", "until")
        setattr(row, name, parse_date(value) if is_day and value else value)
    row.save()
