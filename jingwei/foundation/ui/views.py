"""The two pages of the design language itself: the switch of the look, and the gallery of parts."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from jingwei.foundation.access.routes import access

from .gallery import gallery_context
from .header import COOKIE, LOOKS, looks_of

YEAR = 365 * 24 * 3600


@access.public("a cookie for the size of the type, on the reader's own machine; holds no data")
def look(request: HttpRequest) -> HttpResponse:
    """Turn a look on or off, remember it, and go back to where one was."""
    change = request.GET.get("change", "")
    looks = {name for name in looks_of(request) if name != change}
    if change in LOOKS and request.GET.get("to") == "on":
        looks.add(change)
    back = request.GET.get("next", "/")
    response = HttpResponseRedirect(back if stays_here(back, request) else "/")
    value = " ".join(name for name in LOOKS if name in looks)
    response.set_cookie(COOKIE, value, max_age=YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
    return response


def stays_here(address: str, request: HttpRequest) -> bool:
    """Whether a redirect there stays on this site."""
    return address.startswith("/") and url_has_allowed_host_and_scheme(address, {request.get_host()})


@access.public("shows the parts, holds no data")
def gallery(request: HttpRequest) -> HttpResponse:
    """Every part of the design language on one page."""
    return render(request, "ui/gallery.html", gallery_context(request.GET))
