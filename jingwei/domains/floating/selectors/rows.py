"""The rows that others build on."""

from django.db.models import Max, QuerySet

from ..models import Feedback, Floating, Inflow, LostContact, Search


def floating() -> "QuerySet[Floating]":
    """The members away, in reach from home or from where they are, the newest first; `last_told` is the day of the
    last contact or feedback."""
    found: QuerySet[Floating] = Floating.objects.select_related("member", "organization", "receiving", "inflow")
    return found.annotate(last_told=Max("feedback__on")).order_by("-id")


def inflows() -> "QuerySet[Inflow]":
    """Those who came from elsewhere, in reach from either side, the newest first."""
    return Inflow.objects.select_related("organization", "home", "floating__member").order_by("-id")


def feedback() -> "QuerySet[Feedback]":
    return Feedback.objects.select_related("organization").order_by("-on", "-id")


def lost() -> "QuerySet[LostContact]":
    """The members who cannot be reached, the longest first."""
    return LostContact.objects.select_related("member", "organization").order_by("last_contact_on", "id")


def searches() -> "QuerySet[Search]":
    return Search.objects.order_by("on", "id")
