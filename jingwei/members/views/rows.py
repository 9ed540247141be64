"""How a view finds the member that it is about."""

from django.shortcuts import get_object_or_404

from .. import selectors


def owned(request, pk, permission):
    """The member, if in reach (else 404) and the actor holds the permission at the member's place (else 403)."""
    member = get_object_or_404(selectors.ever(), pk=pk)
    request.actor.must(permission, member.place())
    return member
