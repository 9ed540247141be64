"""The list: whom a set of conditions means."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.models import Organization
from jingwei.organizations.rules import months_later

from ..choices import GONE
from ..models import Member, SavedFilter
from .rows import ever, members
from .search import keys_of, search

HAN = "01"
# What a list of names needs: nothing that is sealed but the number that it shows, masked.
OF_THE_MEMBER = ("id", "path", "name", "joined_on", "full_on", "standing", "phone", "organization_id")
OF_THE_BRANCH = ("organization__name", "organization__short_name")
MISSING = {"phone": Q(phone_index=None), "id_number": Q(id_index=None), "group": Q(group=None)}


def listed(wanted: Mapping[str, Any], *, at: str, on: date) -> "QuerySet[Member]":
    """The members at or below the path `at` who meet all conditions: keys and values of forms.listing.MemberFilter,
    those left open missing. Read it page by page with `keys`."""
    gone = bool(wanted.get("gone")) or wanted.get("standing") in GONE
    if words := wanted.get("q"):
        found = search(words, at=at, gone=gone)
    else:
        found = (ever() if gone else members()).filter(below("path", at))
    conditions = [condition for name in wanted if (condition := _condition(name, wanted[name], at, on))]
    return found.filter(*conditions) if conditions else found


def lines(found: "QuerySet[Member]") -> "QuerySet[Member, Any]":
    """The same as rows of a list: OF_THE_MEMBER, OF_THE_BRANCH and what `found` is ordered by, no whole members."""
    return found.values_list(*OF_THE_MEMBER, *OF_THE_BRANCH, *found.query.annotations, named=True)


def keys(wanted: Mapping[str, Any]) -> tuple[str, str]:
    """The keys by which the list is ordered."""
    return keys_of(wanted.get("q", ""))


def _condition(name: str, value: Any, at: str, on: date) -> Q | None:
    """The condition of one field; None for those that are none of their own."""
    made = {
        "branch": lambda: Q(organization__in=_called(value, at)),
        "phase": lambda: Q(full_on__isnull=value == "probationary"),
        "standing": lambda: Q(standing=value),
        "gender": lambda: Q(gender=value),
        "age_from": lambda: Q(born_on__lte=months_later(on, -12 * value)),
        "age_to": lambda: Q(born_on__gt=months_later(on, -12 * (value + 1))),
        "education": lambda: Q(education__startswith=value),
        "ethnic": lambda: ~Q(ethnic=HAN) if value == "minority" else Q(ethnic=value),
        "dues_base": lambda: Q(dues_base="" if value == "none" else value),
        "joined_from": lambda: Q(joined_on__gte=value),
        "joined_to": lambda: Q(joined_on__lte=value),
        "missing": lambda: MISSING[value],
    }.get(name)
    return made() if made else None


def _called(words: str, at: str) -> "QuerySet[Organization]":
    named = Q(name__icontains=words) | Q(short_name__icontains=words)
    found: QuerySet[Organization] = Organization.objects.filter(named, below("path", at)).order_by()
    return found


def saved_filters(user: Any) -> "QuerySet[SavedFilter]":
    """The filters that a person keeps."""
    found: QuerySet[SavedFilter] = SavedFilter.objects.filter(user=user)
    return found
