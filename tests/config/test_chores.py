"""While the program serves, it seals the record by itself."""

import time
from uuid import uuid4

import pytest
from django.db import connection

from jingwei.config.chores import chores
from jingwei.foundation.actions import writing
from jingwei.foundation.record.models import Seal
from jingwei.foundation.submissions.models import Submission
from tests.cast import Tree, grown, play
from tests.foundation.record.conftest import register


@pytest.mark.django_db(transaction=True)
def test_what_waits_is_sealed_and_old_keys_are_forgotten(settings, tmp_path, monkeypatch):
    if connection.vendor != "postgresql":
        pytest.skip("a database in memory is of one thread")
    settings.ANCHOR_FILE = tmp_path / "anchor.jsonl"
    monkeypatch.setattr("jingwei.foundation.record.writer._seal_when_due", lambda: None)
    with writing(reason="test"):
        tree = Tree(grown())
        Submission(owner="user 1", key=uuid4(), path="/", at="2020-01-01T00:00:00Z").save()
        secretary = play("secretary", tree)
    register(secretary, tree.branch, name="小学")
    with chores(seconds=0.01):
        until = time.monotonic() + 10
        while Submission.objects.exists() and time.monotonic() < until:
            time.sleep(0.01)
    assert (Seal.objects.count(), Submission.objects.count()) == (1, 0)
