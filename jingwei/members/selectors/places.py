"""Where in a branch a member can be."""

from typing import Any

from django.db.models import QuerySet

from jingwei.foundation.scope.vocabulary import below
from jingwei.organizations.choices import Level
from jingwei.organizations.models import Organization
from jingwei.organizations.selectors import organizations


def groups_of(member: Any) -> "QuerySet[Organization]":
    """The Party groups of the member's branch."""
    return organizations().filter(below("path", member.path), level=Level.GROUP)
