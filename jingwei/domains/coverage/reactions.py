"""What this room does when organizations or units merge, and what must be settled before one is revoked."""

from jingwei.organizations.followers import carries, carries_unit, must_be_settled
from jingwei.organizations.models import Organization

from .actions.covering import carry_coverage
from .actions.covering import carry_unit as carry_coverage_of_unit
from .actions.sightings import carry_sightings
from .actions.sightings import carry_unit as carry_sightings_of_unit
from .actions.walking import carry_walking
from .selectors.units import covered_by

carries(carry_coverage)
carries(carry_sightings)
carries(carry_walking)
carries_unit(carry_coverage_of_unit)
carries_unit(carry_sightings_of_unit)


@must_be_settled
def units_left(organization: Organization) -> str:
    """The units that would be covered by nobody."""
    count = covered_by(organization).count()
    return f"{count:,} 个由它覆盖的单位" if count else ""
