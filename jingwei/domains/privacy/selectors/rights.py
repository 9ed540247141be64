"""The requests of persons about own data."""

from typing import Any

from django.db.models import F, QuerySet

from jingwei.foundation.access.actor import Actor
from jingwei.members.models import Member

from ..models import RightsRequest


def requests() -> "QuerySet[RightsRequest]":
    """All requests in reach: those that wait first, by the day they are due."""
    found = RightsRequest.objects.select_related("owner", "member__organization", "decided_by")
    return found.order_by(F("decided_on").asc(nulls_first=True), "due_on", "id")


def waiting(actor: Actor) -> "QuerySet[RightsRequest]":
    """The requests that this actor has still to decide or to carry out; none for who may not."""
    if not actor.may_anywhere("privacy.decide"):
        return RightsRequest.objects.none()
    return requests().filter(carried_out_on=None).exclude(granted=False).exclude(owner=actor.user)


def mine(user: Any) -> "QuerySet[RightsRequest]":
    """A person's own requests, newest first."""
    return RightsRequest.objects.filter(owner=user).select_related("decided_by").order_by("-id")


def own_member(user: Any) -> Member | None:
    """The person's own membership; None for somebody who is no member."""
    found: Member | None = Member.objects.filter(user=user).select_related("organization").first()
    return found
