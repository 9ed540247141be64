from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404

from jingwei.foundation.access.routes import access

from . import selectors
from .delivery import delivered


@access(get="evidence.see")
def attachment(request: HttpRequest, pk: int) -> FileResponse:
    return delivered(get_object_or_404(selectors.attachments(), pk=pk))
