"""An outline at a place, for the file of the map."""

import json
from datetime import date

from jingwei.domains.dashboards.models import Outline
from jingwei.organizations.models import Organization

SQUARE = json.dumps({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]})


def make_outline(actors, organization: Organization) -> None:
    Outline(organization=organization, geometry=SQUARE, points=4, source="甲", loaded_on=date(2026, 3, 1)).save()


DOORS = {"dashboards:outlines_file": (make_outline, "office_town")}
