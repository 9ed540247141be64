"""Uploads made for the tests."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook
from PIL import Image

from jingwei.foundation.access.actor import Actor
from jingwei.foundation.evidence.actions import attach
from jingwei.foundation.evidence.models import Attachment
from jingwei.foundation.scope.models import ScopedModel
from jingwei.foundation.scope.reach import reaching

TEXT = "2024年3月1日走访困难群众12户。".encode()


def picture(kind: str = "JPEG", mode: str = "RGB", size: tuple[int, int] = (40, 20), **options: object) -> bytes:
    """A picture whose left half is light and whose right half is dark."""
    image = Image.new(mode, size)
    image.paste(Image.new(mode, (size[0] // 2, size[1]), "white" if mode != "P" else 1), (0, 0))
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def workbook() -> bytes:
    file = BytesIO()
    book = Workbook()
    book.active.append(["姓名", "户数"])
    book.save(file)
    return file.getvalue()


def hang(actor: Actor, subject: ScopedModel, filename: str = "走访记录.txt", data: bytes = TEXT) -> Attachment:
    """The attachment that the actor hangs on the subject, within the actor's reach."""
    with reaching(actor.reach()):
        return attach(actor, subject, upload=SimpleUploadedFile(filename, data))
