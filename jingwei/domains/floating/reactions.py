"""What the records of this room do when an organization merges or is revoked."""

from django.db.models import Q

from jingwei.foundation.scope.reach import everywhere
from jingwei.organizations.followers import carries, must_be_settled
from jingwei.organizations.models import Organization

from .actions.carrying import carry_records
from .selectors.rows import floating, inflows, lost

carries(carry_records)


@must_be_settled
def away_left(organization: Organization) -> str:
    """Those away or come here, and those not found, whom nobody would look after."""
    with everywhere(reason="those who are away keep their organization from being revoked, seen or not"):
        away = floating().filter(Q(organization=organization) | Q(receiving=organization), ended_on=None).count()
        come = inflows().filter(organization=organization, floating=None, ended_on=None).count()
        missing = lost().filter(organization=organization, ended_on=None).count()
    counts = ((away + come, "名流动党员"), (missing, "名失联党员"))
    return "、".join(f"{count:,} {what}" for count, what in counts if count)
