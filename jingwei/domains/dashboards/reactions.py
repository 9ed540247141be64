"""What other rooms take from here: every figure of what is there can stand behind a measure of a plan."""

from decimal import Decimal

from jingwei.foundation.scope.paths import is_within
from jingwei.foundation.scope.reach import current_reach
from jingwei.kernels.figures.declaring import WHOLE, Figure, figures
from jingwei.kernels.figures.selectors.reading import table
from jingwei.kernels.plans.links import Count, figure
from jingwei.organizations.models import Organization


def counted(one: Figure) -> Count:
    """How a plan counts by a figure: for an organization and all below it, as far as the reader may see."""

    def count(organization: Organization) -> Decimal:
        readings = table(_seen(organization), [(one.key, WHOLE)])
        return Decimal(sum(reading.amount(one.key) for reading in readings.values()))

    return count


def _seen(organization: Organization) -> list[Organization]:
    """The organization where it is in reach, else the parts of it that are."""
    reach = current_reach()
    if reach.unbounded or any(is_within(organization.path, top) for top in reach.subtrees):
        return [organization]
    tops = [top for top in reach.subtrees if is_within(top, organization.path)]
    return list(Organization.objects.filter(path__in=tops)) if tops else []


for _one in figures().values():
    if not _one.month:
        figure(_one.key, _one.title, _one.unit)(counted(_one))
