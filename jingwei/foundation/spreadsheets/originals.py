"""The file itself, sealed while it is kept."""

from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core import signing

SALT = "spreadsheets.intake"
ENDINGS = ("xlsx", "xls", "csv")


def as_text(content: bytes) -> str:
    """A file as it is sealed."""
    return b64encode(content).decode()


@contextmanager
def laid_open(original: Any) -> Iterator[Path]:
    """The file in a folder that only this process's user may read, gone after the block."""
    with TemporaryDirectory(prefix="jingwei-") as folder:
        path = Path(folder) / f"sheet.{ending(original.filename)}"
        path.write_bytes(b64decode(original.content.open()))
        yield path


def ending(filename: str) -> str:
    """ "名册.XLSX" → "xlsx"."""
    return filename.rpartition(".")[2].lower()


def fingerprint(content: bytes) -> str:
    return sha256(content).hexdigest()


def token(pk: int) -> str:
    """What the hidden sheet of an error file carries, to find the intake again."""
    return signing.dumps(pk, salt=SALT)


def intake_of(text: str) -> int | None:
    """The intake of a token; None for none, or one of another installation."""
    try:
        return int(signing.loads(text, salt=SALT))
    except signing.BadSignature:
        return None
