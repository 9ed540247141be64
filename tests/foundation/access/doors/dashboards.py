"""Members at a place, for the door behind the number of members."""

from tests.foundation.access.doors.health import make_member

DOORS = {"dashboards:rows_workbook": (make_member, "office_town")}
STANDING = {"dashboards:rows_workbook": lambda tree: [tree.town.pk, "members.members"]}
