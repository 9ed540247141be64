"""A report at a place, for the door of the Word file."""

from datetime import UTC, date, datetime

from jingwei.domains.reports.models import Summary
from jingwei.organizations.models import Organization

DAY = date(2026, 3, 1)


def make_report(actors, organization: Organization) -> None:
    made = Summary(organization=organization, kind="bulletin", template_title="月报", source="题\n一句。")
    made.title, made.first_month, made.last_month = f"{organization.name}月报", "2026-02", "2026-02"
    made.as_of, made.made_on, made.made_by = datetime(2026, 3, 1, tzinfo=UTC), DAY, actors("office_city").user
    made.save()


DOORS = {"reports:word": (make_report, "office_town")}
