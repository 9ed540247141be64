"""What figures watch besides the rows that they count: the row that says where these are, and the tree."""

from functools import cache
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import Length, Substr

from jingwei.organizations.models import Organization

from .declaring import Affected, Watch


def follows(model: str, organization: str, *deciding: str) -> Watch:
    """What a figure watches whose `organization` ("member__organization_id") leads through a row of `model`: when that
    goes elsewhere, what it leaves is counted anew, too. `deciding`: other columns of it that decide about the count."""
    column = organization.rpartition("__")[2]
    return Watch(model, column, _places(organization), (column, *deciding), ("update",))


@cache
def _places(organization: str) -> Affected:
    def places(changed: RawSQL) -> "QuerySet[Any]":
        return Organization._base_manager.filter(pk__in=changed).annotate(**{organization: F("pk")})

    return places


def at_and_below(changed: RawSQL) -> "QuerySet[Any]":
    """The organizations at and below those changed."""
    tops = Organization._base_manager.filter(pk__in=changed, path=Substr(OuterRef("path"), 1, Length("path")))
    return Organization._base_manager.filter(Exists(tops))


# For figures that count by paths: what was moved, with all below it.
MOVES = Watch("organizations.Change", "organization_id", at_and_below, verbs=("insert",))
