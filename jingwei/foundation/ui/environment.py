"""The Jinja2 environment of every page: the few functions and filters that a template may call."""

from typing import Any
from uuid import uuid4

from django.template.backends.utils import csrf_input
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from . import answers, fields, words
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
        static=static,
        csrf=csrf_input,
        header=header,
        new_request_key=new_request_key,
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


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a named route."""
    return reverse(name, args=args, kwargs=kwargs)


def new_request_key() -> str:
    """A fresh key for one form, so that sending it twice does the thing once."""
    return str(uuid4())
