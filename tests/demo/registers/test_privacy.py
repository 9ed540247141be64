"""The demo's requests about personal data, and its alarms."""

import pytest

from jingwei.domains.privacy.models import RightsRequest
from jingwei.foundation.secrets.models import Alarm, Look

pytestmark = pytest.mark.slow


def test_one_request_and_one_alarm_are_answered_and_one_of_each_waits(built, db):
    found = RightsRequest._base_manager.order_by("pk").values_list("kind", "granted")
    assert list(found) == [("correct", True), ("explain", None)]
    alarms = Alarm._base_manager.order_by("pk")
    assert [(one.kind, bool(one.answered_at)) for one in alarms] == [("hour", True), ("hour", False)]
    assert Look._base_manager.filter(user__username="shenjing").count() == 34
