"""A member comes into the register."""

from datetime import date
from typing import Any

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import now
from jingwei.foundation.errors import Refused
from jingwei.organizations.models import Organization

from ..choices import FactKind
from ..models import Fact, Member
from ..rules.homes import why_no_home
from ..rules.identity import clean_id, clean_phone
from .editing import PERMISSION, must_be_new, must_be_right
from .names import keep_words


@action(PERMISSION, title="登记党员")
def enrol(
    actor: Actor, organization: Organization, /, *, since: date | None = None, basis: str = "", **columns: Any
) -> Member:
    """A new row of the register in this branch. `since`: the day of coming here, where it is not the day of joining;
    `columns` are those of Member. Raises Refused by the rules of joining, for a branch that holds no memberships, and
    for an identity number that is known."""
    must_be_home(organization)
    columns["id_number"] = clean_id(columns.get("id_number") or "") or None
    columns["phone"] = clean_phone(columns.get("phone") or "") or None
    member = Member(organization=organization, path=organization.path, **columns)
    must_be_right(member)
    must_be_new(member, columns["id_number"] or "")
    member.save(force_insert=True)
    keep_words([member])
    if since is not None:
        Fact(
            path=member.path, member=member, kind=FactKind.ORGANIZATION, until=since, known_from=now(), basis=basis
        ).save()
    return member


def must_be_home(organization: Organization) -> None:
    """Raises Refused for an organization that cannot hold a membership."""
    what, basis = why_no_home(organization.party_type)
    if what:
        raise Refused(what, basis=basis, next_step="请另选一个党支部。")
    if organization.revoked_on is not None:
        raise Refused(f"{organization}已经撤销。", next_step="请另选一个党支部。")
