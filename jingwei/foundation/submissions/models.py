from django.db import models

from jingwei.foundation.clock import now
from jingwei.foundation.scope.models import RecordedModel


class Submission(RecordedModel):
    """The answer to a form that was sent. The same form again gets the same answer."""

    unscoped = "found by its own random key, and only by the login that sent it"
    unrecorded_because = "the act that it answers is recorded"

    owner = models.CharField(max_length=60, help_text="user or session")
    key = models.UUIDField()
    path = models.CharField(max_length=300)
    status = models.PositiveSmallIntegerField(default=0)
    location = models.TextField(blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    body = models.BinaryField(default=b"")
    at = models.DateTimeField(default=now, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="submission_once")]

    def __str__(self) -> str:
        return f"{self.owner} {self.key}"
