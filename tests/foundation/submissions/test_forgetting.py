"""Answers are kept for a week."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command

from jingwei.foundation.actions import writing
from jingwei.foundation.clock import now
from jingwei.foundation.submissions.models import Submission


@pytest.mark.parametrize(("hours", "left"), [(7 * 24 - 1, 1), (7 * 24, 1), (7 * 24 + 1, 0)])
def test_an_answer_is_forgotten_after_a_week(db, capsys, time_machine, hours, left):
    time_machine.move_to("2026-03-01T09:00:00+08:00", tick=False)
    with writing(reason="test"):
        Submission(owner="user 1", key=uuid4(), path="/").save()
    time_machine.move_to(now() + timedelta(hours=hours), tick=False)
    call_command("submissions", "forget")
    assert Submission.objects.count() == left
    assert capsys.readouterr().out == f"清理了 {1 - left} 条提交凭据。\n"
