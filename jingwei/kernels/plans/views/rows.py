"""How a view finds the row that it is about."""

from django.shortcuts import get_object_or_404


def owned(request, rows, pk, permission):
    """The row, if it is in reach (else 404) and the actor holds the permission at its place (else 403)."""
    row = get_object_or_404(rows, pk=pk)
    request.actor.must(permission, row.place())
    return row


def chosen(rows, text):
    """The row whose primary key a query names; None for anything else."""
    return rows.filter(pk=int(text)).first() if text.isdecimal() else None
