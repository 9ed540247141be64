"""Answers that show a plain text once."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from jingwei.foundation.access.marks import key_not_needed

View = Callable[..., HttpResponse]


def shown_once(view: View) -> View:
    """The view's answers are kept nowhere: not by a browser, and not with the key of a form."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    return key_not_needed("the answer to a form is kept with its key, and a plain text is kept nowhere")(answered)
