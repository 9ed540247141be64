"""The demo's reports: a bulletin with a number changed by hand, and a summary."""

import pytest

from jingwei.domains.reports.models import Number, Summary

pytestmark = pytest.mark.slow


def test_a_bulletin_with_a_change_and_a_summary_are_drafted(built, db):
    found = Summary._base_manager.order_by("pk").values_list("kind", "made_by__username")
    assert list(found) == [("bulletin", "shenjing"), ("half_year", "guwenbo")]
    (changed,) = Number._base_manager.exclude(edited="")
    assert changed.edited == f"{changed.amount + 1}项"
