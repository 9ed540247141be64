"""A subtree that moves takes its figures along: those above it lose what those above its new place gain."""

from django.db import transaction

from jingwei.foundation.clock import today
from jingwei.foundation.journal import writing
from jingwei.foundation.scope.paths import lineage, parent
from jingwei.organizations.models import Organization

from .raising import add_raised
from .tables import make_tables, only_one_folder, run

CARRY = """
INSERT INTO figures_raised (organization_id, cell_id, amount, own)
SELECT o.id, r.cell_id, {sign}r.amount, 0 FROM organizations_organization o
JOIN figures_rollup r ON r.organization_id = %s WHERE o.path IN ({steps})
"""


def carry_figures(organization: Organization, old: str, new: str) -> None:
    """The organization stood at `old` and stands at `new` now. Runs inside the act that moved it."""
    left, gained = set(lineage(parent(old))), set(lineage(parent(new)))
    with transaction.atomic(), writing(reason="roll-ups follow from what is counted"):
        only_one_folder()
        make_tables()
        for sign, steps in (("-", left - gained), ("", gained - left)):
            if steps:
                signs = ", ".join(["%s"] * len(steps))
                run(CARRY.format(sign=sign, steps=signs), [organization.pk, *sorted(steps)])
        add_raised(on=today())
