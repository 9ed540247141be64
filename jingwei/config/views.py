"""Whether the program is well, and the pages that say no."""

from importlib.metadata import version

from django.core.exceptions import RequestDataTooBig
from django.db import Error, connection
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from jingwei.foundation.access.problems import asks_for_program, problem
from jingwei.foundation.access.routes import access

STALE_PAGE = "页面打开得太久，或者在别的窗口里重新登录过。请刷新这一页再提交一次；您写的内容还在。"


@access.public("says only whether the program answers")
def healthz(request):
    """{"status", "database", "version"}; 503 when the database does not answer."""
    try:
        connection.ensure_connection()
        well = connection.is_usable()
    except Error:
        well = False
    words = {"status": "ok" if well else "failing", "database": "ok" if well else "unreachable"}
    return JsonResponse({**words, "version": version("jingwei")}, status=200 if well else 503)


def refusal(request, status: int, **words: str) -> HttpResponse:
    """The page of a status; `words` as in ui/error.html. A program gets the same in its own form."""
    if asks_for_program(request):
        return problem(status, detail=words.get("detail", ""))
    return render(request, "ui/error.html", {"status": status, **words}, status=status)


def bad_request(request, exception):
    return refusal(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def forbidden(request, exception):
    """A person without a post may do nothing anywhere: say so, instead of sending them to another post."""
    has_no_post = request.user.is_authenticated and getattr(request, "actor", None) is None
    if has_no_post and not asks_for_program(request):
        return render(request, "account/no_post.html", status=403)
    return refusal(request, 403)


def not_found(request, exception):
    return refusal(request, 404)


def too_many(request):
    """The library's limit on how often a page is asked for."""
    return refusal(request, 429)


def stale_page(request, reason: str = ""):
    """A form whose token is not this session's."""
    return render(request, "ui/error.html", {"status": 400, "detail": STALE_PAGE}, status=403)


def server_error(request):
    """Without the request: who the person is may be just what cannot be read."""
    if asks_for_program(request):
        return problem(500)
    return HttpResponse(render_to_string("ui/error.html", {"status": 500}), status=500)
