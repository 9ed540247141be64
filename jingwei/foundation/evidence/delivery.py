"""How a file leaves: to be saved, never to be shown inside the program's own pages."""

from django.http import FileResponse

from .models import Attachment
from .store import place_of


def delivered(attachment: Attachment) -> FileResponse:
    """The attachment's content as a download under its own name (RFC 6266, Chinese names by RFC 5987)."""
    stored = attachment.stored_file
    response = FileResponse(
        place_of(stored.sha256).open("rb"),
        as_attachment=True,
        filename=attachment.filename,
        content_type=stored.media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
