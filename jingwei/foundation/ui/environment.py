"""The Jinja2 environment of every page: the few functions and filters that a template may call."""

from functools import cache
from typing import Any
from uuid import uuid4

from django.template.backends.utils import csrf_input
from django.templatetags.static import static
from django.utils.safestring import SafeString
from jinja2 import Environment, StrictUndefined

from . import answers, fields, words
from .addresses import url
from .header import header
from .mistakes import mistakes


def environment(**options: Any) -> Environment:
    """The factory named in TEMPLATES. A misspelt name in a template is an error, never an empty place."""
    settings = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    built = Environment(**{**options, **settings, "undefined": StrictUndefined})
    built.globals.update(
        url=url,
        answer=answers.answer,
        cited=answers.cited,
        version_of=answers.version_of,
        static=cache(static),
        csrf=csrf,
        header=header,
        new_request_key=new_request_key,
        once=once,
        question=fields.question,
        share=words.share,
    )
    built.filters.update(
        date_cn=words.date_cn,
        day_cn=words.day_cn,
        time_cn=words.time_cn,
        weekday=words.weekday,
        days_left=words.days_left,
        number=words.number,
        percent=words.percent,
        day_iso=words.day_iso,
        moment_iso=words.moment_iso,
        mistakes=mistakes,
    )
    return built


def csrf(request: Any) -> SafeString:
    """The hidden field of a form that is sent; the same for all forms of a page, so it is kept with the request."""
    field: SafeString | None = getattr(request, "csrf_field", None)
    if field is None:
        field = request.csrf_field = csrf_input(request)
    return field


def once(form: Any, caller: Any) -> Any:
    """{% call once(form) %}: what the block draws of a form and of nothing else. Of a form that `is_the_same_always` it
    is drawn the first time, and kept with the form."""
    if not getattr(form, "is_the_same_always", False):
        return caller()
    if not hasattr(form, "drawn"):
        form.drawn = caller()
    return form.drawn


def new_request_key() -> str:
    """A fresh key for one form, so that sending it twice does the thing once."""
    return str(uuid4())
