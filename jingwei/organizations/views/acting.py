"""The switch between one's own posts."""

from urllib.parse import urlsplit

from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_POST

from jingwei.foundation.access.marks import of_own_account
from jingwei.foundation.access.routes import access, need_for
from jingwei.foundation.ui.views import stays_here

from ..acting import SESSION_KEY, actor_of


@access.signed_in("a person's own posts")
@of_own_account("another post may need no second factor")
@require_POST
def acting(request):
    """Act through another post that one holds now; then back, if one may be there through that post."""
    chosen = next((post for post in request.posts if str(post.pk) == request.POST.get("post")), None)
    if chosen is not None:
        request.session[SESSION_KEY] = chosen.pk
    back = request.POST.get("next", "/")
    actor = actor_of(chosen) or request.actor
    return redirect(back if stays_here(back, request) and is_open(back, actor) else "/")


def is_open(address, actor):
    """Whether the actor may enter the route of an address."""
    try:
        view = resolve(urlsplit(address).path).func
    except Resolver404:
        return False
    need = need_for(view, "GET")
    return need is not None and need.met_by(actor, True)
