"""What the tree shows of this room."""

from jingwei.organizations.followers import must_be_settled
from jingwei.organizations.models import Organization

from .selectors import households


@must_be_settled
def households_left(organization: Organization) -> str:
    """The member households of the community that would be without it."""
    count = households().filter(area__organization=organization).count()
    return f"{count} 个党员中心户" if count else ""
