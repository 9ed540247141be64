from django.db.models import Model, QuerySet

from .models import Attachment


def attachments() -> "QuerySet[Attachment]":
    """All attachments within reach, each with its stored file and who attached it."""
    found: QuerySet[Attachment] = Attachment.objects.select_related("stored_file", "attached_by")
    return found


def attachments_of(*subjects: Model) -> "QuerySet[Attachment]":
    """The attachments of one row, or of several of the same kind, in the order in which they were attached."""
    labels = {subject._meta.label for subject in subjects}
    return attachments().filter(subject_label__in=labels, subject_pk__in=[str(subject.pk) for subject in subjects])
