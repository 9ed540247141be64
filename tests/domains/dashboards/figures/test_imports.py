"""Imports count with the organization at which they were made."""

from django.utils import timezone

from jingwei.foundation.clock import now
from jingwei.foundation.spreadsheets.models import Intake
from tests.figures import changed, counted, saved


def intake(organization, person, **columns):
    counts = {"read": 9, "created": 5, "updated": 2, "unchanged": 1, "rejected": 1}
    said = {"register": "members", "filename": "名册.xlsx", "fingerprint": "0" * 64, "sent_at": now()}
    return saved(Intake(path=organization.path, person=person, **{**said, **counts, **columns}))


def test_what_was_imported_this_year_is_counted(tree, office_town):
    one = intake(tree.town, office_town.user, applied_at=now())
    intake(tree.town, office_town.user, applied_at=now())
    intake(tree.town, office_town.user)
    intake(tree.town, office_town.user, applied_at=timezone.make_aware(timezone.datetime(2020, 1, 1)))
    assert (counted(tree.city, "imports.files"), counted(tree.city, "imports.rows")) == (2, 14)
    changed(one, undone_at=now())
    assert (counted(tree.town, "imports.files"), counted(tree.town, "imports.rows")) == (1, 7)
