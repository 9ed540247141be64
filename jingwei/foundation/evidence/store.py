"""The folder of contents: each stored once under its SHA-256, written whole or not at all."""

import hashlib
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings


def place_of(sha256: str) -> Path:
    """Where the content with this digest is kept: ab/cd/abcd… under settings.EVIDENCE_ROOT."""
    return Path(settings.EVIDENCE_ROOT) / sha256[:2] / sha256[2:4] / sha256


def keep(content: bytes) -> str:
    """Store the content; its SHA-256 in hexadecimal. A content that is there already is left alone."""
    sha256 = hashlib.sha256(content).hexdigest()
    place = place_of(sha256)
    if place.exists() and place.stat().st_size == len(content):
        return sha256
    place.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=place.parent, prefix=".", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            os.replace(file.name, place)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    _flush(place.parent)
    return sha256


def _flush(folder: Path) -> None:
    """Have the folder itself written to the disk, so that the name outlives a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
