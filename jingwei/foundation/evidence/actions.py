from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.actions import action
from jingwei.foundation.clock import now
from jingwei.foundation.errors import Refused
from jingwei.foundation.scope.models import ScopedModel

from .models import Attachment, StoredFile
from .store import keep
from .structure import accepted

_MEGABYTE = 1024 * 1024


@action("evidence.attach", title="上传佐证材料")
def attach(actor: Actor, subject: ScopedModel, /, *, upload: "UploadedFile[Any]") -> Attachment:
    """Hang an uploaded file on `subject`, where it is. Raises Refused for a file that is too large or not allowed."""
    if (upload.size or 0) > settings.EVIDENCE_LIMIT:
        raise Refused(
            f"文件超过了 {settings.EVIDENCE_LIMIT // _MEGABYTE} MB。", next_step="请压缩图片或拆成几个文件后再上传。"
        )
    file = accepted(upload.name or "", upload.read())
    stored, _ = StoredFile.objects.get_or_create(
        sha256=keep(file.content), defaults={"size": len(file.content), "media_type": file.media_type}
    )
    attachment = Attachment(
        path=subject.place(),
        subject_label=subject._meta.label,
        subject_pk=str(subject.pk),
        filename=file.filename,
        stored_file=stored,
        attached_by=actor.user,
        attached_at=now(),
    )
    attachment.save()
    return attachment
